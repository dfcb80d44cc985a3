package org.wangge.organisation.activity;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.organisation.volunteer.VolunteerSight;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do to take part, in the graph.
@Controller
class EnrolmentCommands {
    private final EnrolmentService service;
    private final AttendanceService attendance;
    private final Enrolments enrolments;

    EnrolmentCommands(EnrolmentService service, AttendanceService attendance, Enrolments enrolments) {
        this.service = service;
        this.attendance = attendance;
        this.enrolments = enrolments;
    }

    @MutationMapping
    Mono<EnrolmentPayload> enrol(@Argument EnrolInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.enrol(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<EnrolmentPayload> withdrawEnrolment(@Argument WithdrawEnrolmentInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.withdraw(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<EnrolmentPayload> checkIn(@Argument CheckInInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> attendance.checkIn(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<EnrolmentPayload> checkOut(@Argument CheckOutInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> attendance.checkOut(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<EnrolmentPayload> confirmCheckOut(@Argument ConfirmCheckOutInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> attendance.confirm(input, viewer)), viewer);
    }

    private Mono<EnrolmentPayload> payload(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> enrolments
                        .find(new EnrolmentId(done.subject()), VolunteerSight.of(viewer))
                        .map(found -> new EnrolmentPayload(found, null, done.replayed(), done.cursor()))
                        .defaultIfEmpty(new EnrolmentPayload(null, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(EnrolmentPayload.refused(refused.refusal())));
    }
}

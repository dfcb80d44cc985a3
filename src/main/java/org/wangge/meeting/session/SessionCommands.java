package org.wangge.meeting.session;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import reactor.core.publisher.Mono;

/// What people do in a meeting, in the graph.
@Controller
class SessionCommands {
    private final SessionService service;
    private final SignInService signing;
    private final MeetingDesk desk;

    SessionCommands(SessionService service, SignInService signing, MeetingDesk desk) {
        this.service = service;
        this.signing = signing;
        this.desk = desk;
    }

    @MutationMapping
    Mono<MeetingPayload> signInToMeeting(@Argument SignInToMeetingInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> signing.signIn(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<MeetingPayload> recordAttendance(@Argument RecordAttendanceInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> signing.record(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<MeetingPayload> openMeeting(@Argument MeetingStepInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> service.open(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<MeetingPayload> discussTopic(@Argument DiscussTopicInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> service.discuss(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<MeetingPayload> adjournMeeting(@Argument MeetingStepInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> service.adjourn(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<MeetingPayload> closeMeeting(@Argument CloseMeetingInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> service.close(input, viewer)), viewer);
    }
}

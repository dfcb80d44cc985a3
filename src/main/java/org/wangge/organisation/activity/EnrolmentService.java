package org.wangge.organisation.activity;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.organisation.volunteer.Volunteer;
import org.wangge.organisation.volunteer.VolunteerId;
import org.wangge.organisation.volunteer.VolunteerSight;
import org.wangge.organisation.volunteer.Volunteers;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import reactor.core.publisher.Mono;

/// The rules of taking part: first come, first served, and who waits moves up. What is against them is
/// [Refused].
@Service
class EnrolmentService {
    private final ActivityDesk desk;
    private final Enrolments enrolments;
    private final Participation participation;
    private final Volunteers volunteers;

    EnrolmentService(ActivityDesk desk, Enrolments enrolments, Participation participation, Volunteers volunteers) {
        this.desk = desk;
        this.enrolments = enrolments;
        this.participation = participation;
        this.volunteers = volunteers;
    }

    /// With a place if there is one, and on the waiting list otherwise.
    ///
    /// @throws Refused INPUT_REJECTED, also for who is no volunteer or takes part already; NOT_IN_THIS_STATE
    Mono<Outcome> enrol(EnrolInput input, Viewer viewer) {
        var now = desk.now();
        viewer.signedIn();
        var work = volunteer(input, viewer)
                .zipWhen(volunteer -> desk.held(input.activityId()).doOnNext(activity -> requireOpen(activity, now)))
                .flatMap(both -> enrolments
                        .insert(both.getT2(), both.getT1().id(), status(both.getT2()), now)
                        .switchIfEmpty(Mono.error(() -> Problems.single("volunteerId", ProblemCode.DUPLICATE)))
                        .zipWhen(id -> participation.moveUp(both.getT2(), 0, now))
                        .map(moved ->
                                ActivityDesk.done(moved.getT1(), 1, "ENROLLED", both.getT2(), moved.getT2(), now)));
        return desk.once(new Command(viewer.actor(), input.key(), "enrol", input), now, work);
    }

    /// Whoever waits longest gets the place.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> withdraw(WithdrawEnrolmentInput input, Viewer viewer) {
        var now = desk.now();
        viewer.signedIn();
        var work = current(input, viewer)
                .zipWhen(
                        enrolment -> desk.held(enrolment.activityId()).doOnNext(activity -> requireOpen(activity, now)))
                .flatMap(both -> current(input, viewer)
                        .filterWhen(enrolments::withdraw)
                        .zipWhen(enrolment -> participation.moveUp(
                                both.getT2(), enrolment.status() == EnrolmentStatus.ENROLLED ? 1 : 0, now))
                        .map(moved -> withdrawn(moved.getT1(), both.getT2(), moved.getT2(), now)));
        return desk.once(new Command(viewer.actor(), input.key(), "withdrawEnrolment", input), now, work);
    }

    private static Done withdrawn(ActivityEnrolment enrolment, Activity activity, List<NewEvent> told, Instant now) {
        return ActivityDesk.done(enrolment.uuid(), enrolment.version() + 1, "WITHDRAWN", activity, told, now);
    }

    private Mono<ActivityEnrolment> current(WithdrawEnrolmentInput input, Viewer viewer) {
        return enrolments
                .find(input.enrolmentId(), VolunteerSight.of(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("enrolmentId", ProblemCode.UNKNOWN)))
                .doOnNext(enrolment -> {
                    Refused.ifStale(input.expectedVersion(), enrolment.version());
                    NotInThisState.unless(
                            "enrolment", enrolment.status(), EnrolmentStatus.WAITING, EnrolmentStatus.ENROLLED);
                });
    }

    private Mono<Volunteer> volunteer(EnrolInput input, Viewer viewer) {
        var id = input.volunteerId();
        return (id == null ? volunteers.own(viewer) : named(id, viewer))
                .filter(Volunteer::isActive)
                .switchIfEmpty(Mono.error(() -> Problems.single("volunteerId", ProblemCode.UNKNOWN)));
    }

    private Mono<Volunteer> named(VolunteerId id, Viewer viewer) {
        return volunteers.find(id, VolunteerSight.of(viewer));
    }

    private static EnrolmentStatus status(Activity activity) {
        return activity.takenCount() < activity.capacity() ? EnrolmentStatus.ENROLLED : EnrolmentStatus.WAITING;
    }

    private static void requireOpen(Activity activity, Instant now) {
        NotInThisState.unless("activity", activity.status(), ActivityStatus.OPEN, ActivityStatus.FULL);
        if (!now.isBefore(activity.endsAt())) {
            throw new Refused(new FlowRefusal.TimeIsOver(activity.endsAt()));
        }
    }
}

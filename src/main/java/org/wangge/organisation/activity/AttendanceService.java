package org.wangge.organisation.activity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.organisation.volunteer.VolunteerSight;
import org.wangge.organisation.volunteer.Volunteers;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import reactor.core.publisher.Mono;

/// The rules of attendance (签到、签退): whoever holds the activity writes it down, or the volunteers by themselves
/// with the code of the activity. A check-out that is missing is confirmed by somebody else than the
/// volunteer, and never filled in. What is against them is [Refused].
@Service
class AttendanceService {
    /// Clocks of devices differ.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final ActivityDesk desk;
    private final Enrolments enrolments;
    private final Volunteers volunteers;

    AttendanceService(ActivityDesk desk, Enrolments enrolments, Volunteers volunteers) {
        this.desk = desk;
        this.enrolments = enrolments;
        this.volunteers = volunteers;
    }

    private record Place(ActivityEnrolment enrolment, Activity activity) {}

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> checkIn(CheckInInput input, Viewer viewer) {
        var now = desk.now();
        var at = input.at() == null ? now : input.at();
        var work = place(input.enrolmentId(), input.expectedVersion(), viewer)
                .doOnNext(place -> {
                    NotInThisState.unless("activity", place.activity().status(), ActivityStatus.IN_PROGRESS);
                    NotInThisState.unless("enrolment", place.enrolment().status(), EnrolmentStatus.ENROLLED);
                    code(input.code(), place.activity(), viewer, new Problems())
                            .notAfter("at", at, now.plus(AHEAD))
                            .check(
                                    !at.isBefore(place.activity().opensAt()),
                                    "at",
                                    ProblemCode.TOO_EARLY,
                                    place.activity().opensAt())
                            .refuseIfAny();
                })
                .delayUntil(place -> enrolments.checkIn(place.enrolment(), at))
                .map(place -> done(place, "CHECKED_IN", now));
        return desk.once(new Command(viewer.actor(), input.key(), "checkIn", input), now, work);
    }

    /// By the volunteers themselves until the activity ends: after that somebody else knows when they went.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE; SELF_VERIFICATION after the end
    Mono<Outcome> checkOut(CheckOutInput input, Viewer viewer) {
        var now = desk.now();
        var departure = new Departure(input.at() == null ? now : input.at(), input.travelMinutes(), null, null);
        var work = place(input.enrolmentId(), input.expectedVersion(), viewer)
                .doOnNext(place -> {
                    NotInThisState.unless(
                            "activity", place.activity().status(), ActivityStatus.IN_PROGRESS, ActivityStatus.ENDED);
                    check(place, departure, code(input.code(), place.activity(), viewer, new Problems()), now);
                })
                .delayUntil(place -> place.activity().status() == ActivityStatus.ENDED
                        ? requireSomebodyElse(place, viewer)
                        : Mono.empty())
                .delayUntil(place -> enrolments.checkOut(place.enrolment(), departure))
                .map(place -> done(place, "CHECKED_OUT", now));
        return desk.once(new Command(viewer.actor(), input.key(), "checkOut", input), now, work);
    }

    /// @throws Refused SELF_VERIFICATION by the volunteer; INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> confirm(ConfirmCheckOutInput input, Viewer viewer) {
        var now = desk.now();
        viewer.require(Right.ORGANISE);
        var departure = new Departure(
                input.at(),
                input.travelMinutes(),
                viewer.actor(),
                input.reason().strip());
        var work = place(input.enrolmentId(), input.expectedVersion(), viewer)
                .doOnNext(place -> {
                    requireDirects(viewer, place.activity());
                    NotInThisState.unless("activity", place.activity().status(), ActivityStatus.ENDED);
                    check(place, departure, input.problems(), now);
                })
                .delayUntil(place -> requireSomebodyElse(place, viewer))
                .delayUntil(place -> enrolments.checkOut(place.enrolment(), departure))
                .map(place -> done(place, "CHECKED_OUT", now));
        return desk.once(new Command(viewer.actor(), input.key(), "confirmCheckOut", input), now, work);
    }

    /// The enrolment as it is once its activity is held.
    private Mono<Place> place(EnrolmentId id, int expected, Viewer viewer) {
        viewer.signedIn();
        return found(id, viewer)
                .flatMap(enrolment -> desk.held(enrolment.activityId()))
                .flatMap(activity -> found(id, viewer).map(enrolment -> new Place(enrolment, activity)))
                .doOnNext(place -> Refused.ifStale(expected, place.enrolment().version()));
    }

    private Mono<ActivityEnrolment> found(EnrolmentId id, Viewer viewer) {
        return enrolments
                .find(id, VolunteerSight.of(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("enrolmentId", ProblemCode.UNKNOWN)));
    }

    private static void check(Place place, Departure departure, Problems problems, Instant now) {
        NotInThisState.unless("enrolment", place.enrolment().status(), EnrolmentStatus.PRESENT);
        departure
                .addTo(problems, Objects.requireNonNull(place.enrolment().checkedInAt()), now.plus(AHEAD))
                .refuseIfAny();
    }

    private Mono<Void> requireSomebodyElse(Place place, Viewer viewer) {
        return volunteers
                .all(List.of(place.enrolment().volunteerId().value()), VolunteerSight.of(viewer))
                .filter(volunteer -> volunteer.is(viewer))
                .doOnNext(self -> {
                    throw new Refused(new FlowRefusal.SelfVerification());
                })
                .then();
    }

    private static void requireDirects(Viewer viewer, Activity activity) {
        new Problems()
                .check(viewer.may(Right.ORGANISE, activity.gridKey()), "enrolmentId", ProblemCode.UNKNOWN)
                .refuseIfAny();
    }

    /// Whoever does not hold the activity gives its code.
    private static Problems code(@Nullable String code, Activity activity, Viewer viewer, Problems problems) {
        if (viewer.may(Right.ORGANISE, activity.gridKey())) {
            return problems;
        }
        var isRight = code != null
                && MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8), activity.code().getBytes(StandardCharsets.UTF_8));
        return problems.check(isRight, "code", code == null ? ProblemCode.REQUIRED : ProblemCode.MALFORMED);
    }

    private static Done done(Place place, String what, Instant now) {
        var enrolment = place.enrolment();
        return ActivityDesk.done(enrolment.uuid(), enrolment.version() + 1, what, place.activity(), now);
    }
}

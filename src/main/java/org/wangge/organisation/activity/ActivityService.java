package org.wangge.organisation.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import org.wangge.venue.BookingDesk;
import org.wangge.venue.Occasion;
import reactor.core.publisher.Mono;

/// The rules of activities, from the first notice to the last credit. What is against them is [Refused].
@Service
class ActivityService {
    private static final String GROUP = "activity";

    private final ActivityDesk desk;
    private final Activities activities;
    private final ActivityPreparation preparation;
    private final Participation participation;
    private final BookingDesk venues;

    ActivityService(
            ActivityDesk desk,
            Activities activities,
            ActivityPreparation preparation,
            Participation participation,
            BookingDesk venues) {
        this.desk = desk;
        this.activities = activities;
        this.preparation = preparation;
        this.participation = participation;
        this.venues = venues;
    }

    /// @throws Refused INPUT_REJECTED; VENUE_TAKEN and VENUE_CLOSED when it needs a venue
    Mono<Outcome> hold(HoldActivityInput input, Viewer viewer) {
        var now = desk.now();
        var work = preparation.prepare(input, viewer, now).map(prepared -> {
            var events = new ArrayList<>(
                    List.of(new NewEvent(ActivityDesk.TOLD + "HELD", prepared.id(), 1, prepared.gridKey(), now)));
            events.addAll(prepared.events());
            return new Done(prepared.id(), 1, events);
        });
        return once("holdActivity", input.key(), input, viewer, now, work);
    }

    /// Those who wait move up as far as there are places now.
    Mono<Outcome> resize(SetActivityCapacityInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.activityId(), input.expectedVersion(), viewer)
                .doOnNext(activity -> {
                    NotInThisState.unless(GROUP, activity.status(), ActivityStatus.OPEN, ActivityStatus.FULL);
                    input.problemsWith(activity).refuseIfAny();
                })
                .delayUntil(activity -> activities.resize(activity, input.capacity()))
                .zipWhen(activity -> participation.moveUp(activity, input.capacity() - activity.takenCount(), now))
                .map(moved -> ActivityDesk.changed("RESIZED", moved.getT1(), moved.getT2(), now));
        return once("setActivityCapacity", input.key(), input, viewer, now, work);
    }

    /// @throws Refused INPUT_REJECTED more than two hours before its time
    Mono<Outcome> begin(ActivityInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.activityId(), input.expectedVersion(), viewer)
                .doOnNext(activity -> {
                    NotInThisState.unless(GROUP, activity.status(), ActivityStatus.OPEN, ActivityStatus.FULL);
                    new Problems()
                            .check(
                                    !now.isBefore(activity.opensAt()),
                                    "activityId",
                                    ProblemCode.TOO_EARLY,
                                    activity.opensAt())
                            .refuseIfAny();
                })
                .delayUntil(activity -> activities.become(activity, ActivityStatus.IN_PROGRESS, null))
                .map(activity -> ActivityDesk.changed("BEGUN", activity, now));
        return once("beginActivity", input.key(), input, viewer, now, work);
    }

    Mono<Outcome> end(ActivityInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.activityId(), input.expectedVersion(), viewer)
                .doOnNext(activity -> NotInThisState.unless(GROUP, activity.status(), ActivityStatus.IN_PROGRESS))
                .delayUntil(activity -> activities.become(activity, ActivityStatus.ENDED, null))
                .map(activity -> ActivityDesk.changed("ENDED", activity, now));
        return once("endActivity", input.key(), input, viewer, now, work);
    }

    /// @throws Refused ATTENDANCE_OPEN with those who came and did not check out
    Mono<Outcome> settle(ActivityInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.activityId(), input.expectedVersion(), viewer)
                .doOnNext(activity -> NotInThisState.unless(GROUP, activity.status(), ActivityStatus.ENDED))
                .delayUntil(activity -> participation.open(activity).doOnNext(ActivityService::requireNone))
                .delayUntil(participation::settle)
                .map(activity -> ActivityDesk.changed("SETTLED", activity, now));
        return once("settleActivity", input.key(), input, viewer, now, work);
    }

    /// What it booked is let go.
    Mono<Outcome> cancel(CancelActivityInput input, Viewer viewer) {
        var now = desk.now();
        var reason = input.reason().strip();
        var work = desk.directed(input.activityId(), input.expectedVersion(), viewer)
                .doOnNext(activity -> {
                    NotInThisState.unless(GROUP, activity.status(), ActivityStatus.OPEN, ActivityStatus.FULL);
                    input.problems().refuseIfAny();
                })
                .delayUntil(activity -> activities.become(activity, ActivityStatus.CANCELLED, reason))
                .zipWhen(activity -> venues.release(new Occasion(Occasion.Kind.ACTIVITY, activity.uuid()), reason, now))
                .map(released -> ActivityDesk.changed("CANCELLED", released.getT1(), released.getT2(), now));
        return once("cancelActivity", input.key(), input, viewer, now, work);
    }

    private static void requireNone(List<ActivityEnrolment> open) {
        if (!open.isEmpty()) {
            throw new Refused(new SocietyRefusal.AttendanceOpen(
                    open.stream().map(ActivityEnrolment::uuid).toList()));
        }
    }

    private Mono<Outcome> once(String name, UUID key, Object input, Viewer viewer, Instant now, Mono<Done> work) {
        return desk.once(new Command(viewer.actor(), key, name, input), now, work);
    }
}

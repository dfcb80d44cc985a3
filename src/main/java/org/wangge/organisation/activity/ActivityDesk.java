package org.wangge.organisation.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// How commands on activities are carried out: the activity is held first, so that who takes part in it is
/// decided one after the other, and what happened to it is told.
@Component
class ActivityDesk {
    static final String TOLD = "ACTIVITY_";

    private final Commands commands;
    private final Activities activities;
    private final Clock clock;

    ActivityDesk(Commands commands, Activities activities, Clock clock) {
        this.commands = commands;
        this.activities = activities;
        this.clock = clock;
    }

    Mono<Outcome> once(Command command, Instant now, Mono<Done> work) {
        return commands.once(command, now, work);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// @throws Refused INPUT_REJECTED, `activityId` UNKNOWN
    Mono<Activity> held(ActivityId id) {
        return activities.held(id).switchIfEmpty(Mono.error(() -> Problems.single("activityId", ProblemCode.UNKNOWN)));
    }

    /// One that the viewer may direct, at the version that was read.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION
    Mono<Activity> directed(ActivityId id, int expected, Viewer viewer) {
        viewer.require(Right.ORGANISE);
        return activities
                .held(id)
                .filter(activity -> viewer.may(Right.ORGANISE, activity.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("activityId", ProblemCode.UNKNOWN)))
                .doOnNext(activity -> Refused.ifStale(expected, activity.version()));
    }

    /// Of something that belongs to an activity, and the activity that is told of.
    static Done done(UUID subject, int version, String what, Activity activity, Instant now) {
        return done(subject, version, what, activity, List.of(), now);
    }

    /// The same, with more to tell.
    static Done done(UUID subject, int version, String what, Activity activity, List<NewEvent> more, Instant now) {
        return new Done(subject, version, with(event(what, activity, activity.version(), now), more));
    }

    /// Of an activity that came to its next version.
    static Done changed(String what, Activity activity, Instant now) {
        return changed(what, activity, List.of(), now);
    }

    /// The same, with more to tell.
    static Done changed(String what, Activity activity, List<NewEvent> more, Instant now) {
        var version = activity.version() + 1;
        return new Done(activity.uuid(), version, with(event(what, activity, version, now), more));
    }

    private static List<NewEvent> with(NewEvent event, List<NewEvent> more) {
        return Stream.concat(Stream.of(event), more.stream()).toList();
    }

    static NewEvent event(String what, Activity activity, int version, Instant now) {
        return new NewEvent(TOLD + what, activity.uuid(), version, activity.gridKey(), now);
    }
}

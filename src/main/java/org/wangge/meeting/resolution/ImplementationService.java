package org.wangge.meeting.resolution;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which a resolution is put into effect: after its public notice, when all who objected were
/// answered; its tasks become issues, or stages of projects, and it is done when those are.
@Service
class ImplementationService {
    private final Commands commands;
    private final Resolutions resolutions;
    private final Objections objections;
    private final Bench bench;
    private final TaskIssues issues;
    private final Clock clock;

    ImplementationService(
            Commands commands,
            Resolutions resolutions,
            Objections objections,
            Bench bench,
            TaskIssues issues,
            Clock clock) {
        this.commands = commands;
        this.resolutions = resolutions;
        this.objections = objections;
        this.bench = bench;
        this.issues = issues;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE, NOTICE_RUNNING, OBJECTIONS_OPEN
    Mono<Outcome> implement(ResolutionStepInput input, Viewer viewer) {
        var now = now();
        var work = bench.current(input.resolutionId(), input.expectedVersion(), viewer)
                .doOnNext(resolution -> requireNoticeOver(resolution, now))
                .delayUntil(resolution -> objections.open(resolution.id()).doOnNext(ImplementationService::requireNone))
                .flatMap(resolution -> resolutions.start(resolution, now))
                .flatMap(resolution ->
                        issues.report(resolution, viewer, now).map(events -> done(resolution, "STARTED", events, now)));
        return commands.once(new Command(viewer.actor(), input.key(), "implementResolution", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE, TASKS_OPEN
    Mono<Outcome> complete(ResolutionStepInput input, Viewer viewer) {
        var now = now();
        var work = bench.current(input.resolutionId(), input.expectedVersion(), viewer)
                .doOnNext(resolution -> resolution.require(ResolutionStatus.IMPLEMENTING))
                .delayUntil(resolution -> issues.open(resolution).doOnNext(ImplementationService::requireDone))
                .flatMap(resolution -> resolutions.done(resolution, now))
                .map(resolution -> done(resolution, "DONE", List.of(), now));
        return commands.once(new Command(viewer.actor(), input.key(), "completeResolution", input), now, work);
    }

    private static void requireNoticeOver(Resolution resolution, Instant now) {
        resolution.require(ResolutionStatus.PUBLIC_NOTICE);
        var until = Objects.requireNonNull(resolution.publicUntil());
        if (now.isBefore(until)) {
            throw new Refused(new MeetingRefusal.NoticeRunning(until));
        }
    }

    private static void requireNone(int objections) {
        if (objections > 0) {
            throw new Refused(new MeetingRefusal.ObjectionsOpen(objections));
        }
    }

    private static void requireDone(int open) {
        if (open > 0) {
            throw new Refused(new MeetingRefusal.TasksOpen(open));
        }
    }

    private static Done done(Resolution resolution, String what, List<NewEvent> more, Instant now) {
        var events = new ArrayList<>(List.of(resolution.event(what, now)));
        events.addAll(more);
        return new Done(resolution.id().value(), resolution.version(), events);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.wangge.issue.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.issue.IssueId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Carries out what somebody does to an issue: opens its file, asks the guards, decides, writes, tells.
/// All of it is one transaction, or nothing (D9).
@Service
class FlowService {
    private final Commands commands;
    private final Cases cases;
    private final Desk desk;
    private final Writing writing;
    private final Clock clock;

    FlowService(Commands commands, Cases cases, Desk desk, Writing writing, Clock clock) {
        this.commands = commands;
        this.cases = cases;
        this.desk = desk;
        this.writing = writing;
        this.clock = clock;
    }

    /// @throws Refused with what stands against it
    /// @throws Fault NOT_FOUND when the issue is out of sight
    Mono<Outcome> carryOut(Action action, Viewer viewer) {
        return Mono.defer(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            action.problems(now).refuseIfAny();
            var name = action.getClass().getSimpleName();
            var command = new Command(viewer.actor(), action.key(), name, action);
            return commands.once(command, now, within(action, viewer, now));
        });
    }

    /// The same within a transaction that has begun.
    Mono<Done> within(Action action, Viewer viewer, Instant now) {
        return locked(action, viewer)
                .doOnNext(version -> requireVersion(action, version))
                .flatMap(version -> cases.open(action.issueId(), action.trackingCode(), viewer))
                .flatMap(file -> desk.decide(action, file, viewer, now))
                .flatMap(course -> writing.write(course, action.deviceAt()))
                .map(written -> done(written.course(), written.more()));
    }

    /// What a time that has come does to an issue, within a transaction that has begun; nothing when it
    /// cannot be done as the issue stands.
    Mono<Done> timed(IssueId id, Function<CaseFile, Action> what, Instant now) {
        return cases.lock(id, null, Actor.TIMER)
                .flatMap(version -> cases.open(id, null, Actor.TIMER))
                .flatMap(file -> desk.decide(what.apply(file), file, Actor.TIMER, now))
                .onErrorResume(Refused.class, refused -> Mono.empty())
                .flatMap(course -> writing.write(course, null))
                .map(written -> done(written.course(), written.more()));
    }

    /// With the version that nobody else can change any more.
    private Mono<Integer> locked(Action action, Viewer viewer) {
        var other = action instanceof IntakeAction.Merge merge ? cases.lock(ids(merge)) : Mono.<Long>empty();
        return other.then(Mono.defer(() -> cases.lock(action.issueId(), action.trackingCode(), viewer)))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    private static Set<UUID> ids(IntakeAction.Merge merge) {
        return new HashSet<>(List.of(merge.issueId().value(), merge.intoId().value()));
    }

    private static void requireVersion(Action action, int version) {
        if (action.expectedVersion() != version) {
            throw new Refused(new Refusal.StaleVersion(action.expectedVersion(), version));
        }
    }

    private static Done done(Course course, List<NewEvent> more) {
        var issue = course.issue();
        var events = new ArrayList<NewEvent>();
        course.entries().forEach(entry -> events.add(Effects.event(entry.move(), issue, entry.seq(), course.now())));
        events.addAll(more);
        return new Done(issue.uuid(), issue.version(), events);
    }
}

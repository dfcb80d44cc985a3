package org.wangge.issue.clock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.issue.Issue;
import org.wangge.kept.KeptTables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reckons open issues anew when a policy, a day or the calendar has changed: some at a time, each
/// with an event, so that nobody has to wait for all of them.
@Component
class ChangeScan {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeScan.class);
    private static final String CLOCKS_CHANGED = "ISSUE_CLOCKS_CHANGED";
    private static final int AT_ONCE = 20;

    private final ClockChanges changes;
    private final Reckoner reckoner;
    private final Commands commands;
    private final WorkingTime country;
    private final KeptTables kept;
    private volatile boolean isCalendarKnown;

    ChangeScan(ClockChanges changes, Reckoner reckoner, Commands commands, WorkingTime country, KeptTables kept) {
        this.changes = changes;
        this.reckoner = reckoner;
        this.commands = commands;
        this.country = country;
        this.kept = kept;
    }

    /// Carries out all changes that have begun.
    Mono<Void> carryOut(Instant now) {
        return noteCalendar(now)
                .thenMany(changes.open(now))
                .concatMap(change -> carryOut(change, now))
                .then();
    }

    /// Once after the start: the files with notices are read only then.
    private Mono<Void> noteCalendar(Instant now) {
        return isCalendarKnown ? Mono.empty() : noteCalendarOnce(now).doOnSuccess(noted -> isCalendarKnown = true);
    }

    Mono<Void> noteCalendarOnce(Instant now) {
        return changes.noteCalendar(country.fingerprint(), now).then();
    }

    /// By the rules as they are after the change, however long this node did not look at them.
    private Mono<Void> carryOut(ClockChange change, Instant now) {
        return kept.lookAgain()
                .thenMany(reckonAll(change, now))
                .then(changes.finish(change, now))
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Clocks could not be reckoned anew in {}, the next try comes soon: {}",
                        change.gridKey(),
                        failure.toString())))
                .then();
    }

    private Flux<Integer> reckonAll(ClockChange change, Instant now) {
        return some(change, now).expand(reckoned -> reckoned == 0 ? Mono.empty() : some(change, now));
    }

    private Mono<Integer> some(ClockChange change, Instant now) {
        return changes.waiting(change, AT_ONCE)
                .collectList()
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> commands.once(command(change), now, reckon(change, waiting, now)))
                .map(Outcome::version)
                .onErrorResume(Silence.class, silence -> Mono.empty())
                .defaultIfEmpty(0);
    }

    private Mono<Done> reckon(ClockChange change, List<UUID> waiting, Instant now) {
        return changes.hold(change, waiting)
                .collectList()
                .filter(held -> !held.isEmpty())
                .switchIfEmpty(Mono.error(Silence::new))
                .flatMap(held -> reckonHeld(change, held, now));
    }

    /// As version stands how many were reckoned.
    private Mono<Done> reckonHeld(ClockChange change, List<UUID> issues, Instant now) {
        return reckoner.reckon(issues, change.gridKey(), now)
                .delayUntil(changed -> changes.markReckoned(issues, now))
                .delayUntil(changed -> changes.count(change, changed.size()))
                .map(changed -> new Done(
                        change.id(),
                        issues.size(),
                        changed.stream().map(issue -> event(issue, now)).toList()));
    }

    private static NewEvent event(Issue issue, Instant now) {
        return new NewEvent(CLOCKS_CHANGED, issue.uuid(), issue.version(), issue.gridKey(), now);
    }

    /// A key of its own each time: what is reckoned once is marked, and held while it is.
    private static Command command(ClockChange change) {
        return new Command(AlarmScan.TIMER, UUID.randomUUID(), "reckonClocks", change.id());
    }
}

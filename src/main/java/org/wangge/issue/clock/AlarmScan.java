package org.wangge.issue.clock;

import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Fires the alarms whose time has come, some in one transaction, each once on any number of nodes:
/// it is marked as fired in the transaction that tells of it. One that cannot be told does not keep
/// the others.
@Component
class AlarmScan {
    static final String TIMER = "timer";
    private static final Logger LOG = LoggerFactory.getLogger(AlarmScan.class);
    private static final int LOOKED_AT = 200;

    /// Their issues are held while it is told of them; nobody should have to wait long for one.
    private static final int AT_ONCE = 20;

    private final Alarms alarms;
    private final Commands commands;
    private final List<DeadlineWatch> watches;

    AlarmScan(Alarms alarms, Commands commands, ObjectProvider<DeadlineWatch> watches) {
        this.alarms = alarms;
        this.commands = commands;
        this.watches = watches.orderedStream().toList();
    }

    /// All of them, as long as there are any that can be fired; how many.
    Mono<Integer> fireAll(Instant now) {
        return fireSome(now)
                .expand(fired -> fired == 0 ? Mono.empty() : fireSome(now))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> fireSome(Instant now) {
        return alarms.due(now, LOOKED_AT)
                .collectList()
                .flatMap(due -> Flux.fromIterable(together(due))
                        .concatMap(some -> fire(some, now))
                        .reduce(0, Integer::sum));
    }

    /// Of one stream each, and in any order, so that nodes do not follow each other.
    private static List<List<DueAlarm>> together(List<DueAlarm> due) {
        var batches = new ArrayList<List<DueAlarm>>();
        for (var ofOneStream : oneOfEachIssue(due).stream()
                .collect(groupingBy(DueAlarm::stream))
                .values()) {
            for (int i = 0; i < ofOneStream.size(); i += AT_ONCE) {
                batches.add(ofOneStream.subList(i, Math.min(i + AT_ONCE, ofOneStream.size())));
            }
        }
        Collections.shuffle(batches);
        return batches;
    }

    /// What follows from one alarm may silence the next of its issue.
    private static List<DueAlarm> oneOfEachIssue(List<DueAlarm> due) {
        var seen = new HashSet<UUID>();
        return due.stream().filter(alarm -> seen.add(alarm.issueId())).toList();
    }

    private Mono<Integer> fire(List<DueAlarm> due, Instant now) {
        var key = key(due);
        return commands.once(new Command(TIMER, key, "fireAlarms", key), now, ring(due, now))
                .map(outcome -> outcome.replayed() ? 0 : outcome.version())
                .onErrorResume(Silence.class, silence -> Mono.just(0))
                .onErrorResume(failure -> due.size() > 1 ? fireEach(due, now) : leave(due.getFirst(), now, failure));
    }

    private Mono<Integer> fireEach(List<DueAlarm> due, Instant now) {
        return Flux.fromIterable(due)
                .concatMap(alarm -> fire(List.of(alarm), now))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> leave(DueAlarm alarm, Instant now, Throwable failure) {
        LOG.warn(
                "Nobody could be told that {} of clock {} has passed; it is tried again: {}",
                alarm.threshold(),
                alarm.clockId(),
                failure.toString());
        return alarms.leave(alarm, now).thenReturn(0);
    }

    /// As version stands how many were fired.
    private Mono<Done> ring(List<DueAlarm> due, Instant now) {
        return alarms.ring(due, now)
                .collectList()
                .filter(ringing -> !ringing.isEmpty())
                .switchIfEmpty(Mono.error(Silence::new))
                .flatMap(ringing -> Flux.fromIterable(ringing)
                        .concatMap(each -> events(each, now))
                        .collectList()
                        .map(events -> new Done(due.getFirst().issueId(), ringing.size(), events)));
    }

    private Flux<NewEvent> events(Ringing ringing, Instant now) {
        return Flux.fromIterable(watches)
                .concatMap(watch -> watch.passed(ringing.clock(), ringing.threshold(), now))
                .concatMapIterable(told -> told)
                .startWith(ringing.event(now));
    }

    private static UUID key(List<DueAlarm> due) {
        var names = due.stream()
                .map(alarm -> alarm.clockId() + "/" + alarm.threshold())
                .sorted()
                .collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8));
    }
}

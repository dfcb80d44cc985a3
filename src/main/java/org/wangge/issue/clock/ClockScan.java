package org.wangge.issue.clock;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Looks for what changes clocks and for due points that pass. Every node does it, as often as
/// `wangge.clock.scan` says; after a stop it finds all that passed meanwhile.
@Component
class ClockScan {
    private static final Logger LOG = LoggerFactory.getLogger(ClockScan.class);

    private final ChangeScan changes;
    private final AlarmScan alarms;
    private final Clock clock;

    ClockScan(ChangeScan changes, AlarmScan alarms, Clock clock) {
        this.changes = changes;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${wangge.clock.scan}", fixedDelayString = "${wangge.clock.scan}")
    Mono<Void> scan() {
        return Mono.defer(this::look);
    }

    private Mono<Void> look() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return changes.carryOut(now)
                .then(alarms.fireAll(now))
                .doOnNext(fired -> LOG.debug("{} alarms fired", fired))
                .onErrorResume(failure -> Mono.fromRunnable(() ->
                        LOG.warn("Due points could not be looked at, the next try comes soon: {}", failure.toString())))
                .then();
    }
}

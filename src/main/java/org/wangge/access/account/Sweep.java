package org.wangge.access.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Removes what is over: attempts that count no more, codes, and sessions a month after their end
/// with their tokens. Any node may do it, again and again.
@Component
class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration SESSIONS_KEPT = Duration.ofDays(30);

    private final DatabaseClient database;
    private final Clock clock;

    Sweep(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    Mono<Void> hourly() {
        return Mono.defer(this::sweep);
    }

    Mono<Void> sweep() {
        var now = clock.instant();
        return attempts(now)
                .then(codes(now))
                .then(sessions(now.minus(SESSIONS_KEPT)))
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Old sessions could not be removed, the next try is in an hour: {}", failure.toString())))
                .then();
    }

    private Mono<Long> attempts(Instant now) {
        return database.sql("delete from attempt where since + span < :now")
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> codes(Instant now) {
        return database.sql("delete from phone_code where expires_at < :now")
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> sessions(Instant before) {
        return database.sql("delete from account_session where expires_at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated();
    }
}

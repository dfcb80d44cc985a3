package org.wangge.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Removes what is no longer kept: events after `wangge.feed.keep`, and idempotency keys after 72 hours.
/// A stream notes after which event it is still whole, so that a subscriber from before is told of
/// the gap. Any node may do it, again and again.
@Component
class Retention {
    static final Duration KEYS_KEPT = Duration.ofHours(72);
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final DatabaseClient database;
    private final Clock clock;
    private final Duration eventsKept;

    Retention(DatabaseClient database, Clock clock, @Value("${wangge.feed.keep}") Duration eventsKept) {
        this.database = database;
        this.clock = clock;
        this.eventsKept = eventsKept;
    }

    Mono<Void> sweep() {
        var now = clock.instant();
        return sweepEvents(now.minus(eventsKept))
                .then(sweepKeys(now.minus(KEYS_KEPT)))
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Old events could not be removed, the next try is in an hour: {}", failure.toString())))
                .then();
    }

    private Mono<Long> sweepEvents(Instant before) {
        return database.sql("""
                        with old as (
                          select stream_no, max(n) as n from event where at < :before group by stream_no
                        ), noted as (
                          update stream set kept_after = old.n
                          from old
                          where stream.no = old.stream_no and stream.kept_after < old.n
                        )
                        delete from event using old where event.stream_no = old.stream_no and event.n <= old.n""").bind("before", before).fetch().rowsUpdated();
    }

    private Mono<Long> sweepKeys(Instant before) {
        return database.sql("delete from command where at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated();
    }
}

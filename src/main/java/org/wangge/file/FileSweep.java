package org.wangge.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Removes files that nothing has claimed for a day, uploads that a killed process left, and tickets
/// that nobody asks for again. Any node may do it, again and again.
@Component
class FileSweep {
    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
    /// As long as the request for one may be repeated.
    private static final Duration TICKETS_KEPT = Duration.ofDays(4);

    private final DatabaseClient database;
    private final Shelf shelf;
    private final Inbox inbox;
    private final FileSettings settings;
    private final Clock clock;

    FileSweep(DatabaseClient database, Shelf shelf, Inbox inbox, FileSettings settings, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT12M", fixedDelayString = "PT1H")
    Mono<Void> hourly() {
        return Mono.defer(() -> sweep(clock.instant()))
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Files that nobody claimed could not be removed, the next try is in an hour: {}",
                        failure.toString())))
                .then();
    }

    /// How many files were removed.
    Mono<Integer> sweep(Instant now) {
        var before = now.minus(settings.unclaimedFor());
        return shelf.sweep(before)
                .flatMap(gone -> inbox.sweep(before)
                        .then(tickets(now.minus(TICKETS_KEPT)))
                        .thenReturn(gone));
    }

    private Mono<Long> tickets(Instant before) {
        return database.sql("delete from upload_ticket where expires_at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated();
    }
}

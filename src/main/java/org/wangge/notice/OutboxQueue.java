package org.wangge.notice;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Hands what is due to one node at a time, and notes what became of it.
@Component
class OutboxQueue {
    static final int AT_ONCE = 50;
    /// Whoever took something on and does not say what became of it by then, is taken for dead.
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST_TRIES = 8;
    private static final int LONGEST_WAIT_MINUTES = 60;

    private final DatabaseClient database;
    private final QuietHours quiet;

    OutboxQueue(DatabaseClient database, QuietHours quiet) {
        this.database = database;
        this.quiet = quiet;
    }

    /// Takes on what is due, in the quiet hours only what is urgent; no other node gets the same.
    Flux<OutboxEntry> take(Collection<Channel> channels, Instant now) {
        return database.sql("""
                        with due as (
                          select id
                          from notice_outbox
                          where state = 'WAITING' and due_at <= :now and channel = any(:channels)
                            and (is_urgent or not :quiet)
                          order by due_at
                          limit :most
                          for update skip locked
                        ), taken as (
                          update notice_outbox o set tries = o.tries + 1, due_at = :lease
                          from due
                          where o.id = due.id
                          returning o.id, o.notification_id, o.channel, o.is_urgent, o.tries
                        )
                        select t.id, t.channel, t.is_urgent, t.tries, n.account_id, n.kind, n.subject_id, n.words
                        from taken t join notification n on n.id = t.notification_id""")
                .bind("now", now)
                .bind("channels", Batch.names(channels))
                .bind("quiet", quiet.isQuiet(now))
                .bind("most", AT_ONCE)
                .bind("lease", now.plus(LEASE))
                .map(OutboxQueue::entry)
                .all();
    }

    Mono<Long> sent(OutboxEntry entry, Instant now) {
        return database.sql("""
                        update notice_outbox
                        set state = 'SENT', sent_at = :now
                        where id = :id and state = 'WAITING' and tries = :tries""")
                .bind("now", now)
                .bind("id", entry.id())
                .bind("tries", entry.tries())
                .fetch()
                .rowsUpdated();
    }

    /// It is tried again later, unless it was tried often enough, or nobody can be reached at all.
    Mono<Long> failed(OutboxEntry entry, boolean isHopeless, Instant now) {
        var isOver = isHopeless || entry.tries() >= MOST_TRIES;
        var again = now.plus(wait(entry.tries()));
        return database.sql("""
                        update notice_outbox
                        set state = :state, due_at = :again
                        where id = :id and state = 'WAITING' and tries = :tries""")
                .bind("state", isOver ? "FAILED" : "WAITING")
                .bind("again", entry.isUrgent() ? again : quiet.over(again))
                .bind("id", entry.id())
                .bind("tries", entry.tries())
                .fetch()
                .rowsUpdated();
    }

    static Duration wait(int tries) {
        return Duration.ofMinutes(Math.min(LONGEST_WAIT_MINUTES, 1L << (tries - 1)));
    }

    private static OutboxEntry entry(Readable row) {
        return new OutboxEntry(
                Rows.uuid(row, "id"),
                Rows.constant(row, "channel", Channel.class),
                Rows.get(row, "is_urgent", Boolean.class),
                Rows.number(row, "tries"),
                row.get("account_id", UUID.class),
                Rows.constant(row, "kind", NoticeKind.class),
                Rows.uuid(row, "subject_id"),
                Arrays.asList(Rows.get(row, "words", String[].class)));
    }
}

package org.wangge.feed;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The streams and their events in the database.
@Component
class EventLog {
    private final DatabaseClient database;

    EventLog(DatabaseClient database) {
        this.database = database;
    }

    /// Writes the events of one command to the stream of their subdistrict, and where they stand to
    /// the command. It must be the last statement of the transaction: the row of the stream stays
    /// locked until the commit, and that is what makes the numbers gap-free and in commit order.
    Mono<StreamHead> append(Command command, Done done) {
        var events = done.events();
        return database.sql("""
                        with head as (
                          update stream set n = n + :count where grid_key = any(:subdistricts)
                          returning no, grid_key, epoch, n, kept_after
                        ), logged as (
                          insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
                          select head.no, head.n - :count + e.position, e.type, e.subject, e.version, e.grid_key, e.at
                          from head, unnest(:types::text[], :subjects::uuid[], :versions::int[], :gridKeys::text[],
                                             :ats::timestamptz[]) with ordinality
                               as e (type, subject, version, grid_key, at, position)
                        ), noted as (
                          update command set subject = :subject, subject_version = :version,
                                             stream_no = head.no, n = head.n
                          from head where actor = :actor and key = :key
                        )
                        select no, grid_key, epoch, n, kept_after from head""")
                .bind("count", events.size())
                .bind("subdistricts", subdistricts(events.getFirst().gridKey()))
                .bind("types", array(events, NewEvent::type, String[]::new))
                .bind("subjects", array(events, NewEvent::subject, UUID[]::new))
                .bind("versions", array(events, NewEvent::subjectVersion, Integer[]::new))
                .bind("gridKeys", array(events, event -> event.gridKey().path(), String[]::new))
                .bind("ats", array(events, event -> utc(event.at()), OffsetDateTime[]::new))
                .bind("subject", done.subject())
                .bind("version", done.version())
                .bind("actor", command.actor())
                .bind("key", command.key())
                .map(EventLog::head)
                .one()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "no stream for " + events.getFirst().gridKey())));
    }

    /// Notes where a command ended that tells nothing.
    Mono<Long> note(Command command, Done done) {
        return database.sql("""
                        update command
                        set subject = :subject, subject_version = :version
                        where actor = :actor and key = :key""")
                .bind("subject", done.subject())
                .bind("version", done.version())
                .bind("actor", command.actor())
                .bind("key", command.key())
                .fetch()
                .rowsUpdated();
    }

    Flux<StreamHead> heads() {
        return database.sql("select no, grid_key, epoch, n, kept_after from stream order by no")
                .map(EventLog::head)
                .all();
    }

    /// Events after a place, in order, at most `limit`.
    Flux<Event> after(int stream, long n, int limit) {
        return database.sql("""
                        select stream_no, n, type, subject, subject_version, grid_key, at
                        from event
                        where stream_no = :stream and n > :n
                        order by n
                        limit :limit""")
                .bind("stream", stream)
                .bind("n", n)
                .bind("limit", limit)
                .map(EventLog::event)
                .all();
    }

    private static String[] subdistricts(GridKey key) {
        return Stream.concat(key.ancestors().stream(), Stream.of(key))
                .map(GridKey::path)
                .toArray(String[]::new);
    }

    private static <T> T[] array(
            List<NewEvent> events, Function<NewEvent, T> value, java.util.function.IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static StreamHead head(Readable row) {
        return new StreamHead(
                Rows.number(row, "no"),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.number(row, "epoch"),
                Rows.get(row, "n", Long.class),
                Rows.get(row, "kept_after", Long.class));
    }

    private static Event event(Readable row) {
        return new Event(
                Rows.number(row, "stream_no"),
                Rows.get(row, "n", Long.class),
                Rows.text(row, "type"),
                Rows.uuid(row, "subject"),
                Rows.number(row, "subject_version"),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.get(row, "at", Instant.class));
    }
}

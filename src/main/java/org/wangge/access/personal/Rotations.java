package org.wangge.access.personal;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The changes of keys in the database. One node at a time works at one, for as long as it says so
/// every half minute.
@Component
class Rotations {
    private final UUID worker = UUID.randomUUID();
    private final DatabaseClient database;
    private final MasterKey master;
    private final double restSeconds;

    Rotations(DatabaseClient database, MasterKey master, @Value("${wangge.personal.rest}") Duration rest) {
        this.database = database;
        this.master = master;
        this.restSeconds = rest.toMillis() / 1000.0;
    }

    Mono<KeyRotation> latest() {
        return database.sql("""
                        select r.id, r.state, k.algorithm, r.started_at, r.finished_at, r.done, r.total
                        from key_rotation r join data_key k on k.id = r.key_id
                        order by r.started_at desc
                        limit 1""").map(Rotations::rotation).one();
    }

    Mono<KeyRotation> find(UUID id) {
        return database.sql("""
                        select r.id, r.state, k.algorithm, r.started_at, r.finished_at, r.done, r.total
                        from key_rotation r join data_key k on k.id = r.key_id
                        where r.id = :id""").bind("id", id).map(Rotations::rotation).one();
    }

    /// Makes the new key. Ids of keys are never used again.
    Mono<UUID> begin(Algorithm algorithm, String[] columns, int total, Instant now) {
        return database.sql("select coalesce(max(id), 0) + 1 from data_key")
                .mapValue(Integer.class)
                .one()
                .flatMap(id -> insert(WrappedKey.drawn(id, algorithm, master), columns, total, now));
    }

    private Mono<UUID> insert(WrappedKey key, String[] columns, int total, Instant now) {
        return database.sql("""
                        with made as (
                          insert into data_key (id, algorithm, state, wrapped)
                          values (:id, :algorithm, 'INTRODUCED', :wrapped)
                          returning id
                        )
                        insert into key_rotation (key_id, state, started_at, columns, total)
                        select id, 'INTRODUCING', :now, :columns, :total
                        from made
                        returning id""")
                .bind("id", key.id())
                .bind("algorithm", key.algorithm().name())
                .bind("wrapped", key.wrapped())
                .bind("now", now)
                .bind("columns", columns)
                .bind("total", total)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// The change that is under way, if this node may work at it: no other does, and this one knows
    /// every column that those who worked at it knew.
    Mono<Pass> take(String[] columns) {
        return database.sql("""
                        update key_rotation
                        set worker = :worker, worker_until = clock_timestamp() + interval '30 seconds', columns = :columns
                        where finished_at is null
                          and (worker is null or worker = :worker or worker_until < clock_timestamp())
                          and columns <@ :columns
                        returning id, key_id, state, column_no, after_id, found,
                                  state_at + make_interval(secs => :rest) <= clock_timestamp() as has_rested""")
                .bind("worker", worker)
                .bind("columns", columns)
                .bind("rest", restSeconds)
                .map(Rotations::pass)
                .one();
    }

    /// From now on the new key seals.
    Mono<Long> switchOver(Pass pass) {
        return database.sql("""
                        with mine as (
                          update key_rotation
                          set state = 'REWRITING', state_at = clock_timestamp()
                          where id = :id and worker = :worker and state = 'INTRODUCING'
                          returning key_id
                        ), retired as (
                          update data_key
                          set state = 'RETIRED', state_at = clock_timestamp()
                          from mine
                          where data_key.state = 'CURRENT'
                          returning mine.key_id
                        )
                        update data_key
                        set state = 'CURRENT', state_at = clock_timestamp()
                        from retired
                        where data_key.id = retired.key_id""")
                .bind("id", pass.rotation())
                .bind("worker", worker)
                .fetch()
                .rowsUpdated();
    }

    /// The pass has come that far. It finds and writes so many more.
    Mono<Long> note(Pass pass, int columnNo, @Nullable UUID after, int found, long written) {
        return database.sql("""
                        update key_rotation
                        set column_no = :column, after_id = :after, found = found + :found, done = done + :written
                        where id = :id and worker = :worker""")
                .bind("column", columnNo)
                .bind("after", Rows.orNull(after, UUID.class))
                .bind("found", found)
                .bind("written", (int) written)
                .bind("id", pass.rotation())
                .bind("worker", worker)
                .fetch()
                .rowsUpdated();
    }

    /// A new pass begins, in that state.
    Mono<Long> goTo(Pass pass, KeyRotationState state) {
        return database.sql("""
                        update key_rotation
                        set state = :state, state_at = clock_timestamp(), column_no = 0, after_id = null, found = 0
                        where id = :id and worker = :worker""")
                .bind("state", state.name())
                .bind("id", pass.rotation())
                .bind("worker", worker)
                .fetch()
                .rowsUpdated();
    }

    /// Nothing is under the old keys any more: their bytes go.
    Mono<Long> finish(Pass pass, Instant now) {
        return database.sql("""
                        with mine as (
                          update key_rotation
                          set state = 'DONE', state_at = clock_timestamp(), finished_at = :now
                          where id = :id and worker = :worker
                          returning id
                        )
                        update data_key
                        set state = 'DESTROYED', state_at = clock_timestamp(), wrapped = null
                        from mine
                        where data_key.state = 'RETIRED'""")
                .bind("now", now)
                .bind("id", pass.rotation())
                .bind("worker", worker)
                .fetch()
                .rowsUpdated();
    }

    private static Pass pass(Readable row) {
        return new Pass(
                Rows.uuid(row, "id"),
                Rows.number(row, "key_id"),
                Rows.constant(row, "state", KeyRotationState.class),
                Rows.get(row, "has_rested", Boolean.class),
                Rows.number(row, "column_no"),
                row.get("after_id", UUID.class),
                Rows.number(row, "found"));
    }

    private static KeyRotation rotation(Readable row) {
        return new KeyRotation(
                Rows.uuid(row, "id"),
                Rows.constant(row, "state", KeyRotationState.class),
                Rows.constant(row, "algorithm", Algorithm.class),
                Rows.get(row, "started_at", Instant.class),
                row.get("finished_at", Instant.class),
                Rows.number(row, "done"),
                Rows.number(row, "total"));
    }
}

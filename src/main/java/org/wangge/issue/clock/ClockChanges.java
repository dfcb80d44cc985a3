package org.wangge.issue.clock;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What has changed for clocks, in the database.
@Component
class ClockChanges {
    private final DatabaseClient database;

    ClockChanges(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> note(GridKey subdistrict, ClockChange.Cause cause, Instant now, Instant beginsAt) {
        return database.sql("""
                        insert into clock_change (grid_key, cause, changed_at, begins_at)
                        values (:grid, :cause, :now, :begins)""")
                .bind("grid", subdistrict.path())
                .bind("cause", cause.name())
                .bind("now", now)
                .bind("begins", beginsAt)
                .fetch()
                .rowsUpdated();
    }

    /// Notes a change everywhere when the calendar of the country is not the one that was last known.
    Mono<Long> noteCalendar(String fingerprint, Instant now) {
        return database.sql("""
                        with known as (
                          insert into calendar_known as k (fingerprint, known_at) values (:fingerprint, :now)
                          on conflict (is_one) do update set fingerprint = excluded.fingerprint, known_at = excluded.known_at
                          where k.fingerprint <> excluded.fingerprint
                          returning old.fingerprint as before
                        )
                        insert into clock_change (grid_key, cause, changed_at, begins_at)
                        select s.grid_key, 'CALENDAR', :now, :now
                        from stream s, known
                        where known.before is not null""")
                .bind("fingerprint", fingerprint)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    Flux<ClockChange> open(Instant now) {
        return database.sql("""
                        select id, grid_key, begins_at
                        from clock_change
                        where done_at is null and begins_at <= :now
                        order by begins_at, id
                        limit 100""")
                .bind("now", now)
                .map(row -> new ClockChange(
                        Rows.uuid(row, "id"),
                        new GridKey(Rows.text(row, "grid_key")),
                        Rows.get(row, "begins_at", Instant.class)))
                .all();
    }

    /// Some issues with clocks that were last reckoned before the change.
    Flux<UUID> waiting(ClockChange change, int most) {
        return database.sql("""
                        select i.id
                        from issue i
                        where i.grid_key >= :low and i.grid_key < :high
                          and exists (select 1 from issue_clock c
                                      where c.issue_id = i.id and c.is_open and c.reckoned_at < :begins)
                        order by i.id
                        limit :most
                        for no key update of i skip locked""")
                .bind("low", change.gridKey().path())
                .bind("high", change.gridKey().end())
                .bind("begins", change.beginsAt())
                .bind("most", most)
                .map(row -> Rows.uuid(row, "id"))
                .all();
    }

    /// Those of the issues that still wait, held until the transaction ends. Those on which somebody
    /// works at this moment wait for the next time.
    Flux<UUID> hold(ClockChange change, Collection<UUID> issues) {
        return database.sql("""
                        select i.id
                        from issue i
                        where i.id = any(:issues)
                          and exists (select 1 from issue_clock c
                                      where c.issue_id = i.id and c.is_open and c.reckoned_at < :begins)
                        order by i.id
                        for no key update of i skip locked""")
                .bind("issues", Batch.ids(issues))
                .bind("begins", change.beginsAt())
                .map(row -> Rows.uuid(row, "id"))
                .all();
    }

    Mono<Long> markReckoned(Collection<UUID> issues, Instant now) {
        return database.sql("""
                        update issue_clock set reckoned_at = :now
                        where issue_id = any(:issues) and is_open""")
                .bind("now", now)
                .bind("issues", Batch.ids(issues))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> count(ClockChange change, int issues) {
        return database.sql("""
                        update clock_change set issues = issues + :issues
                        where id = :id""")
                .bind("issues", issues)
                .bind("id", change.id())
                .fetch()
                .rowsUpdated();
    }

    /// Done when no clock waits for it any more.
    Mono<Long> finish(ClockChange change, Instant now) {
        return database.sql("""
                        update clock_change set done_at = :now
                        where id = :id and done_at is null
                          and not exists (
                            select 1
                            from issue_clock c join issue i on i.id = c.issue_id
                            where c.is_open and c.reckoned_at < :begins and i.grid_key >= :low and i.grid_key < :high)""")
                .bind("now", now)
                .bind("id", change.id())
                .bind("begins", change.beginsAt())
                .bind("low", change.gridKey().path())
                .bind("high", change.gridKey().end())
                .fetch()
                .rowsUpdated();
    }
}

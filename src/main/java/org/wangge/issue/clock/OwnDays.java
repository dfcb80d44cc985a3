package org.wangge.issue.clock;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What subdistricts say of single days, in the database.
@Component
class OwnDays {
    private final DatabaseClient database;

    OwnDays(DatabaseClient database) {
        this.database = database;
    }

    Flux<OwnDay> between(GridKey subdistrict, LocalDate from, LocalDate to) {
        return database.sql("""
                        select id, day, is_working, reason, version
                        from work_day
                        where grid_key = :grid and day >= :from and day < :to
                        order by day""")
                .bind("grid", subdistrict.path())
                .bind("from", from)
                .bind("to", to)
                .map(OwnDays::row)
                .all();
    }

    Mono<OwnDay> find(UUID id) {
        return database.sql("""
                        select id, day, is_working, reason, version
                        from work_day
                        where id = :id""").bind("id", id).map(OwnDays::row).one();
    }

    Mono<Integer> version(GridKey subdistrict, LocalDate day) {
        return database.sql("""
                        select coalesce(max(version), 0) as version
                        from work_day
                        where grid_key = :grid and day = :day""")
                .bind("grid", subdistrict.path())
                .bind("day", day)
                .map(row -> Rows.number(row, "version"))
                .one();
    }

    /// Empty when it is not at the version any more.
    Mono<OwnDay> put(GridKey subdistrict, ChangeWorkDayInput input, String actor, Instant now) {
        return database.sql("""
                        insert into work_day as d (grid_key, day, is_working, reason, changed_by, changed_at)
                        values (:grid, :day, :isWorking, :reason, :actor, :now)
                        on conflict on constraint work_day_once do update
                        set is_working = excluded.is_working, reason = excluded.reason, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at, version = d.version + 1
                        where d.version = :expected
                        returning id, day, is_working, reason, version""")
                .bind("grid", subdistrict.path())
                .bind("day", input.day())
                .bind("isWorking", Rows.orNull(input.isWorking(), Boolean.class))
                .bind("reason", input.reason().strip())
                .bind("actor", actor)
                .bind("now", now)
                .bind("expected", input.expectedVersion())
                .map(OwnDays::row)
                .one();
    }

    private static OwnDay row(Readable row) {
        return new OwnDay(
                Rows.uuid(row, "id"),
                Rows.get(row, "day", LocalDate.class),
                row.get("is_working", Boolean.class),
                Rows.text(row, "reason"),
                Rows.number(row, "version"));
    }
}

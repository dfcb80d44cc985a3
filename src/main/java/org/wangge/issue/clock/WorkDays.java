package org.wangge.issue.clock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Mono;

/// The days on which single subdistricts work or do not, against the calendar of the country.
@Component
class WorkDays {
    private final DatabaseClient database;
    private final WorkingTime country;

    WorkDays(DatabaseClient database, WorkingTime country) {
        this.database = database;
        this.country = country;
    }

    /// The working time of the subdistrict in which a grid lies.
    Mono<OfficeHours> officeAt(GridKey grid) {
        return database.sql("""
                        select day, is_working
                        from work_day
                        where grid_key = any(:grids) and is_working is not null
                        order by length(grid_key)""")
                .bind("grids", Policies.grids(grid))
                .map(WorkDays::entry)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(this::office);
    }

    /// The same, where an issue lies.
    Mono<OfficeHours> officeOf(IssueId issue) {
        return database.sql("""
                        select d.day, d.is_working
                        from issue i join work_day d on starts_with(i.grid_key, d.grid_key)
                        where i.id = :issue and d.is_working is not null
                        order by length(d.grid_key)""")
                .bind("issue", issue.value())
                .map(WorkDays::entry)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(this::office);
    }

    /// The same for many places in one statement.
    Mono<Map<GridKey, OfficeHours>> officesAt(Collection<GridKey> grids) {
        var places = grids.stream().distinct().toList();
        return database.sql("""
                        select k.grid_key, d.day, d.is_working
                        from unnest(:grids::text[]) as k (grid_key)
                        join work_day d on starts_with(k.grid_key, d.grid_key)
                        where d.is_working is not null
                        order by length(d.grid_key)""")
                .bind("grids", Batch.texts(places, GridKey::path))
                .map(row -> Map.entry(new GridKey(Rows.text(row, "grid_key")), entry(row)))
                .all()
                .collect(groupingBy(
                        Map.Entry::getKey,
                        toMap(
                                own -> own.getValue().getKey(),
                                own -> own.getValue().getValue(),
                                (wider, nearer) -> nearer)))
                .map(own -> Batch.values(places, grid -> office(own.getOrDefault(grid, Map.of()))));
    }

    private static Map.Entry<LocalDate, Boolean> entry(Readable row) {
        return Map.entry(Rows.get(row, "day", LocalDate.class), Rows.get(row, "is_working", Boolean.class));
    }

    private OfficeHours office(Map<LocalDate, Boolean> own) {
        return own.isEmpty()
                ? country.office()
                : country.office().on(day -> own.containsKey(day) ? own.get(day) : country.isWorkday(day));
    }
}

package org.wangge.issue.clock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.issue.IssueId;
import org.wangge.kept.Kept;
import org.wangge.kept.KeptTables;
import reactor.core.publisher.Mono;

/// The days on which single subdistricts work or do not, against the calendar of the country; from
/// memory, see [KeptTables].
@Component
class WorkDays {
    private final DatabaseClient database;
    private final WorkingTime country;
    private final Kept<Map<GridKey, Map<LocalDate, Boolean>>> kept;

    private record Own(GridKey grid, LocalDate day, boolean isWorking) {}

    WorkDays(DatabaseClient database, WorkingTime country, KeptTables tables) {
        this.database = database;
        this.country = country;
        this.kept = tables.keep("work_day", all());
    }

    /// The working time of the subdistrict in which a grid lies.
    Mono<OfficeHours> officeAt(GridKey grid) {
        return known().map(own -> office(grid, own));
    }

    /// The same, where an issue lies.
    Mono<OfficeHours> officeOf(IssueId issue) {
        return database.sql("select grid_key from issue where id = :issue")
                .bind("issue", issue.value())
                .map(row -> new GridKey(Rows.text(row, "grid_key")))
                .one()
                .flatMap(this::officeAt);
    }

    /// The same for many places.
    Mono<Map<GridKey, OfficeHours>> officesAt(Collection<GridKey> grids) {
        var places = grids.stream().distinct().toList();
        return known().map(own -> Batch.values(places, grid -> office(grid, own)));
    }

    private Mono<Map<GridKey, Map<LocalDate, Boolean>>> known() {
        var known = kept.now();
        return known == null ? all() : Mono.just(known);
    }

    private Mono<Map<GridKey, Map<LocalDate, Boolean>>> all() {
        return database.sql("select grid_key, day, is_working from work_day where is_working is not null")
                .map(row -> new Own(
                        new GridKey(Rows.text(row, "grid_key")),
                        Rows.get(row, "day", LocalDate.class),
                        Rows.get(row, "is_working", Boolean.class)))
                .all()
                .collect(groupingBy(Own::grid, toMap(Own::day, Own::isWorking)));
    }

    private OfficeHours office(GridKey grid, Map<GridKey, Map<LocalDate, Boolean>> own) {
        var days = new HashMap<LocalDate, Boolean>();
        grid.line().forEach(above -> days.putAll(own.getOrDefault(above, Map.of())));
        return days.isEmpty()
                ? country.office()
                : country.office().on(day -> days.containsKey(day) ? days.get(day) : country.isWorkday(day));
    }
}

package org.wangge.issue.clock;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
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

    private static Map.Entry<LocalDate, Boolean> entry(Readable row) {
        return Map.entry(Rows.get(row, "day", LocalDate.class), Rows.get(row, "is_working", Boolean.class));
    }

    private OfficeHours office(Map<LocalDate, Boolean> own) {
        return own.isEmpty()
                ? country.office()
                : country.office().on(day -> own.containsKey(day) ? own.get(day) : country.isWorkday(day));
    }
}

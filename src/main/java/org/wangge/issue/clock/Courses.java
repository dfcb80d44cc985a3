package org.wangge.issue.clock;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How clocks ran so far: each in its own time and with its pauses.
@Component
class Courses {
    private final DatabaseClient database;
    private final WorkDays days;

    Courses(DatabaseClient database, WorkDays days) {
        this.database = database;
        this.days = days;
    }

    private record Run(UUID id, GridKey gridKey, List<Pause> pauses) {}

    /// Two statements for all of them, and one instant, so that what belongs together adds up.
    Mono<Map<IssueClock, Progress>> progress(Collection<IssueClock> clocks, Instant now) {
        return runs(clocks)
                .collectList()
                .zipWhen(runs -> days.officesAt(runs.stream().map(Run::gridKey).toList()))
                .map(found -> progress(clocks, found.getT1(), found.getT2(), now.truncatedTo(ChronoUnit.MILLIS)));
    }

    private Flux<Run> runs(Collection<IssueClock> clocks) {
        return database.sql("""
                        select c.id, i.grid_key,
                               array(select since from issue_clock_pause where clock_id = c.id order by since) as since,
                               array(select until from issue_clock_pause where clock_id = c.id order by since) as until
                        from issue_clock c join issue i on i.id = c.issue_id
                        where c.id = any(:ids)""")
                .bind("ids", Batch.ids(clocks.stream().map(IssueClock::id).toList()))
                .map(row ->
                        new Run(Rows.uuid(row, "id"), new GridKey(Rows.text(row, "grid_key")), IssueClocks.pauses(row)))
                .all();
    }

    private static Map<IssueClock, Progress> progress(
            Collection<IssueClock> clocks, List<Run> runs, Map<GridKey, OfficeHours> offices, Instant now) {
        var byClock = runs.stream().collect(toMap(Run::id, run -> run));
        return Batch.values(clocks, clock -> {
            var run = Objects.requireNonNull(byClock.get(clock.id()));
            var office = Objects.requireNonNull(offices.get(run.gridKey()));
            var time = clock.isWorking() ? office : CountedTime.ALL;
            return Progress.of(clock, new Course(time, clock.startedAt(), run.pauses()), now);
        });
    }
}

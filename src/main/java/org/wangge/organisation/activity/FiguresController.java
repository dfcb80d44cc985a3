package org.wangge.organisation.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// The figures of activities in the graph: public, since they are of activities and not of people.
@Controller
class FiguresController {
    private final DatabaseClient database;
    private final Grids grids;
    private final Clock clock;

    FiguresController(DatabaseClient database, Grids grids, Clock clock) {
        this.database = database;
        this.grids = grids;
        this.clock = clock;
    }

    /// @throws Fault NOT_FOUND, INVALID_RANGE
    @QueryMapping
    Mono<ActivityFigures> activityFigures(@Argument GridId gridId, @Argument LocalDate from, @Argument LocalDate to) {
        if (!to.isAfter(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "to");
        }
        var since = from.atStartOfDay(clock.getZone()).toInstant();
        var until = to.atStartOfDay(clock.getZone()).toInstant();
        return grids.get(gridId, Scope.everywhere())
                .flatMap(grid -> kinds(grid.key(), since, until)
                        .flatMap(kinds -> people(grid.key(), since, until).map(people -> figures(kinds, people))));
    }

    private record People(int people, int minutes) {}

    private static ActivityFigures figures(List<ActivityFigures.OfKind> kinds, People people) {
        return new ActivityFigures(
                kinds.stream().mapToInt(ActivityFigures.OfKind::activityCount).sum(),
                kinds.stream().mapToInt(ActivityFigures.OfKind::personTimes).sum(),
                people.people(),
                people.minutes(),
                kinds);
    }

    private Mono<List<ActivityFigures.OfKind>> kinds(GridKey key, Instant since, Instant until) {
        return database.sql("""
                        select a.kind, count(*)::int as activities, sum(a.person_times)::int as person_times
                        from activity a
                        where a.status = 'SETTLED' and a.grid_key >= :low and a.grid_key < :high and a.starts_at >= :since
                          and a.starts_at < :until
                        group by a.kind
                        order by a.kind""")
                .bind("low", key.path())
                .bind("high", key.end())
                .bind("since", since)
                .bind("until", until)
                .map(row -> new ActivityFigures.OfKind(
                        Rows.constant(row, "kind", ActivityKind.class),
                        Rows.number(row, "activities"),
                        Rows.number(row, "person_times")))
                .all()
                .collectList();
    }

    private Mono<People> people(GridKey key, Instant since, Instant until) {
        return database.sql("""
                        select count(distinct e.volunteer_id)::int as people,
                               coalesce(sum(e.credited_minutes), 0)::int as minutes
                        from activity a join enrolment e on e.activity_id = a.id
                        where a.status = 'SETTLED' and e.status = 'ATTENDED' and a.grid_key >= :low and a.grid_key < :high
                          and a.starts_at >= :since and a.starts_at < :until""")
                .bind("low", key.path())
                .bind("high", key.end())
                .bind("since", since)
                .bind("until", until)
                .map(row -> new People(Rows.number(row, "people"), Rows.number(row, "minutes")))
                .one();
    }
}

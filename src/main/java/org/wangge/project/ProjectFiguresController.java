package org.wangge.project;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

/// The figures of projects in the graph: as public as the projects.
@Controller
class ProjectFiguresController {
    private final DatabaseClient database;
    private final Grids grids;
    private final Clock clock;

    ProjectFiguresController(DatabaseClient database, Grids grids, Clock clock) {
        this.database = database;
        this.grids = grids;
        this.clock = clock;
    }

    /// @throws Fault NOT_FOUND, INVALID_RANGE
    @QueryMapping
    Mono<ProjectFigures> projectFigures(@Argument GridId gridId, @Argument LocalDate from, @Argument LocalDate to) {
        if (!to.isAfter(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "to");
        }
        return grids.get(gridId, Scope.everywhere()).flatMap(grid -> count(grid.key(), start(from), start(to)));
    }

    /// What was completed counts with its quantities, and only that.
    private Mono<ProjectFigures> count(GridKey key, Instant since, Instant until) {
        return database.sql("""
                        with counted as (
                          select p.kind, p.unit, p.planned_quantity, p.measured_quantity, p.rating_count, p.satisfied_count,
                                 p.collected_at >= :since and p.collected_at < :until as is_collected,
                                 p.status = 'COMPLETED' and p.completed_at >= :since and p.completed_at < :until as is_completed
                          from livelihood_project p
                          where p.grid_key >= :low and p.grid_key < :high
                        )
                        select kind, unit, count(*) filter (where is_collected)::int as collected,
                               count(*) filter (where is_completed)::int as completed,
                               coalesce(sum(planned_quantity) filter (where is_completed), 0)::float8 as planned,
                               coalesce(sum(measured_quantity) filter (where is_completed), 0)::float8 as measured,
                               coalesce(sum(rating_count) filter (where is_completed), 0)::int as ratings,
                               coalesce(sum(satisfied_count) filter (where is_completed), 0)::int as satisfied
                        from counted
                        where is_collected or is_completed
                        group by kind, unit
                        order by kind, unit""")
                .bind("since", since)
                .bind("until", until)
                .bind("low", key.path())
                .bind("high", key.end())
                .map(ProjectFiguresController::ofKind)
                .all()
                .collectList()
                .map(ProjectFigures::new);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static ProjectFigures.OfKind ofKind(Readable row) {
        return new ProjectFigures.OfKind(
                Rows.constant(row, "kind", ProjectKind.class),
                row.get("unit", String.class),
                Rows.number(row, "collected"),
                Rows.number(row, "completed"),
                Rows.get(row, "planned", Double.class),
                Rows.get(row, "measured", Double.class),
                Rows.number(row, "ratings"),
                Rows.number(row, "satisfied"));
    }
}

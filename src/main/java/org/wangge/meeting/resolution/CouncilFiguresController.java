package org.wangge.meeting.resolution;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Rows;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// What came of deliberation (议事统计), for the staff who see figures there.
@Controller
class CouncilFiguresController {
    private final DatabaseClient database;
    private final Grids grids;
    private final Clock clock;

    CouncilFiguresController(DatabaseClient database, Grids grids, Clock clock) {
        this.database = database;
        this.grids = grids;
        this.clock = clock;
    }

    @QueryMapping
    Mono<CouncilFigures> councilFigures(
            @Argument GridId within, @Argument LocalDate from, @Argument LocalDate to, @ContextValue Viewer viewer) {
        if (!to.isAfter(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "to");
        }
        return grids.get(within, viewer.require(Right.STATISTICS).scope(Right.STATISTICS))
                .flatMap(grid -> count(grid, start(from), start(to)));
    }

    /// A task that became an issue counts as little as one that came from none: solved is what was reported.
    private Mono<CouncilFigures> count(Grid grid, Instant from, Instant to) {
        return database.sql("""
                        select (select count(*)::int from meeting m
                                where m.grid_key >= :low and m.grid_key < :high and m.opened_at >= :from
                                  and m.opened_at < :to) as meetings,
                               (select count(*)::int from meeting m join meeting_attendance a on a.meeting_id = m.id
                                where m.grid_key >= :low and m.grid_key < :high and m.opened_at >= :from
                                  and m.opened_at < :to) as present,
                               (select count(*)::int from topic t
                                where t.grid_key >= :low and t.grid_key < :high and t.proposed_at >= :from
                                  and t.proposed_at < :to) as topics,
                               (select count(*)::int from resolution r
                                where r.grid_key >= :low and r.grid_key < :high and r.adopted_at >= :from
                                  and r.adopted_at < :to and r.result = 'PASSED'
                                  and r.status <> 'OVERTURNED') as passed,
                               (select count(*)::int from issue_solved_in_council s
                                where s.reported_grid_key >= :low and s.reported_grid_key < :high
                                  and s.solved_at >= :from and s.solved_at < :to) as solved""")
                .bind("low", grid.key().path())
                .bind("high", grid.key().end())
                .bind("from", from)
                .bind("to", to)
                .map(row -> new CouncilFigures(
                        Rows.number(row, "meetings"),
                        Rows.number(row, "present"),
                        Rows.number(row, "topics"),
                        Rows.number(row, "passed"),
                        Rows.number(row, "solved")))
                .one();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}

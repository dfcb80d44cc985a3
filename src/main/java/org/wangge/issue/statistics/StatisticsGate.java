package org.wangge.issue.statistics;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.wangge.access.Limits;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Whether somebody may ask for the figures of a grid over a period.
@Component
class StatisticsGate {
    private final Grids grids;
    private final Limits limits;
    private final Clock clock;

    StatisticsGate(Grids grids, Limits limits, Clock clock) {
        this.grids = grids;
        this.limits = limits;
        this.clock = clock;
    }

    /// What is asked for, and may be.
    record Asked(Grid grid, Extent extent) {}

    /// Who may not see figures of few people asks for whole months: from the figures of a day more or
    /// less it would follow what happened on that day.
    ///
    /// @throws Fault NOT_FOUND, INVALID_RANGE, NOT_PERMITTED, RATE_LIMITED
    Mono<Asked> open(GridId within, LocalDate from, LocalDate to, Viewer viewer, String address) {
        limits.pass(Limits.Act.COUNT, viewer, address);
        return grids.get(within, Scope.everywhere())
                .map(grid -> new Asked(grid, new Extent(grid.key(), from, to, clock.getZone(), clock.instant())))
                .doOnNext(asked -> requireWholeMonths(asked, viewer));
    }

    private static void requireWholeMonths(Asked asked, Viewer viewer) {
        if (!asked.extent().isOfWholeMonths()
                && !viewer.may(Right.STATISTICS, asked.grid().key())) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
    }
}

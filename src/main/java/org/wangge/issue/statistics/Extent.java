package org.wangge.issue.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.wangge.grid.GridKey;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// What is counted: a subtree, and the days from one to before another.
record Extent(GridKey node, LocalDate from, LocalDate to, ZoneId zone, Instant now) {
    /// @throws Fault INVALID_RANGE when there is no day in it
    Extent {
        if (!to.isAfter(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "to");
        }
    }

    Instant fromAt() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant toAt() {
        return to.atStartOfDay(zone).toInstant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /// The last day of it that has come.
    LocalDate lastDay() {
        var last = to.minusDays(1);
        return last.isAfter(today()) ? today() : last;
    }

    boolean isOfWholeMonths() {
        return from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
    }

    /// Binds `node`, `low` and `high`.
    GenericExecuteSpec bindSubtree(GenericExecuteSpec statement) {
        return statement.bind("node", node.path()).bind("low", node.path()).bind("high", node.end());
    }

    /// Binds `from` and `to` as well.
    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return bindSubtree(statement).bind("from", fromAt()).bind("to", toAt());
    }
}

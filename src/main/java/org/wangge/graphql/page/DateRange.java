package org.wangge.graphql.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// The days `[from, to)`; open on the side where there is none.
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /// @throws Fault INVALID_RANGE when it ends before it starts
    public Conditions limit(Conditions where, String column, String path) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, path);
        }
        if (from != null) {
            where.and(column + " >= :rangeFrom", "rangeFrom", from);
        }
        return to == null ? where : where.and(column + " < :rangeTo", "rangeTo", to);
    }
}

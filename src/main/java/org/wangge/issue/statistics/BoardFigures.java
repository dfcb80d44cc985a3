package org.wangge.issue.statistics;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.wangge.graphql.Rows;
import org.wangge.grid.Grid;

/// How a grid stands at a moment, as a command centre shows it on its wall.
///
/// @param at when it was counted
record BoardFigures(Grid grid, Instant at, Counts counts) {
    /// Parts of an issue count with their whole.
    ///
    /// @param open what somebody still has to deal with
    /// @param toAccept reported, and neither accepted nor rejected
    /// @param toDispatch accepted, and given to nobody
    /// @param toSign given to somebody who has not signed for it
    /// @param inProgress being handled
    /// @param returned sent back, and not ruled on
    /// @param suspended put off
    /// @param toVerify handled, and not verified
    /// @param emergencies open, and to be handled within two hours
    /// @param overdue open, with a due point that has passed
    /// @param dueSoon open, with a due point in the next two hours
    record Counts(
            int open,
            int toAccept,
            int toDispatch,
            int toSign,
            int inProgress,
            int returned,
            int suspended,
            int toVerify,
            int emergencies,
            int overdue,
            int dueSoon,
            int reportedToday,
            int closedToday) {
        static Counts of(Readable row) {
            return new Counts(
                    count(row, "open"),
                    count(row, "to_accept"),
                    count(row, "to_dispatch"),
                    count(row, "to_sign"),
                    count(row, "in_progress"),
                    count(row, "returned"),
                    count(row, "suspended"),
                    count(row, "to_verify"),
                    count(row, "emergencies"),
                    count(row, "overdue"),
                    count(row, "due_soon"),
                    count(row, "reported_today"),
                    count(row, "closed_today"));
        }

        private static int count(Readable row, String column) {
            return Math.toIntExact(Rows.get(row, column, Long.class));
        }
    }
}

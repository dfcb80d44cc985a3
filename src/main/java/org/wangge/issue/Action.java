package org.wangge.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Grid;
import org.wangge.grid.Point;
import org.wangge.resident.ResidentId;

/// What somebody does to an issue, with its data; one record per [Move] that has a command.
public sealed interface Action {
    Move move();

    /// Somebody tells of a matter at a place, for themselves or for a resident.
    record Report(
            IssueId id,
            IssueType type,
            IssueCategory category,
            String title,
            String description,
            IssueSource source,
            Confidentiality confidentiality,
            Grid grid,
            @Nullable Point point,
            @Nullable String place,
            @Nullable ResidentId onBehalfOf,
            @Nullable Instant occurredAt)
            implements Action {
        @Override
        public Move move() {
            return Move.REPORT;
        }
    }
}

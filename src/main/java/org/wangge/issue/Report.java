package org.wangge.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Grid;
import org.wangge.grid.Point;
import org.wangge.resident.ResidentId;

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
        @Nullable Instant occurredAt) {}

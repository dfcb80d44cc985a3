package org.wangge.issue.clock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.AreaClass;
import org.wangge.issue.IssueType;
import org.wangge.issue.Urgency;

/// How long a due point of certain issues may take; what is null fits all of them.
///
/// @param isOwn whether it is the subdistrict's own, and not the one that holds everywhere
record SlaPolicy(
        UUID id,
        boolean isOwn,
        DuePoint point,
        @Nullable IssueType type,
        @Nullable String category,
        @Nullable Urgency urgency,
        @Nullable AreaClass areaClass,
        boolean isWorking,
        int days,
        int minutes,
        @Nullable Integer longestDays,
        int priority,
        boolean isActive,
        int version,
        @Nullable Instant changedAt) {}

package org.wangge.issue.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.AreaClass;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueType;
import org.wangge.issue.Urgency;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// How long a due point is to take in a subdistrict from now on.
///
/// @param expectedVersion 0 when the subdistrict has none of its own for these issues
record ChangeSlaPolicyInput(
        UUID key,
        GridId gridId,
        int expectedVersion,
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
        boolean isActive) {
    private static final int MOST_DAYS = 365;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_PRIORITY = 100;

    Problems problems() {
        return new Problems()
                .check(days >= 0 && days <= MOST_DAYS, "days", ProblemCode.OUT_OF_RANGE, 0, MOST_DAYS)
                .check(minutes >= 0 && minutes <= MOST_MINUTES, "minutes", ProblemCode.OUT_OF_RANGE, 0, MOST_MINUTES)
                .check(days != 0 || minutes != 0, "minutes", ProblemCode.OUT_OF_RANGE, 1, MOST_MINUTES)
                .check(
                        longestDays == null || longestDays >= Math.max(days, 1) && longestDays <= MOST_DAYS,
                        "longestDays",
                        ProblemCode.OUT_OF_RANGE,
                        Math.max(days, 1),
                        MOST_DAYS)
                .check(
                        Math.abs(priority) <= MOST_PRIORITY,
                        "priority",
                        ProblemCode.OUT_OF_RANGE,
                        -MOST_PRIORITY,
                        MOST_PRIORITY);
    }
}

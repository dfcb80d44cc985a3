package org.wangge.issue.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueLevel;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Whom issues of a category are to go to, in a grid and all below.
record SetDispatchRuleInput(
        UUID key, String category, GridId gridId, @Nullable IssueLevel level, int priority, DispatchTarget target) {
    private static final int LAST = 1_000;

    Problems problems(boolean isGridKnown, boolean isCategoryKnown, boolean isTargetKnown) {
        return new Problems()
                .check(isGridKnown, "gridId", ProblemCode.UNKNOWN)
                .check(isCategoryKnown, "category", ProblemCode.UNKNOWN)
                .check(isTargetKnown, "target", ProblemCode.UNKNOWN)
                .check(priority >= 1 && priority <= LAST, "priority", ProblemCode.OUT_OF_RANGE, 1, LAST);
    }
}

package org.wangge.issue.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.issue.CategoryId;
import org.wangge.issue.IssueLevel;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;

/// Whom issues of a category go to in a grid and all below (派遣规则): exactly one of a department,
/// a member, and whoever serves the issue's own grid. A rule is never changed: another takes its place.
///
/// @param categoryId a category, or a class and all its categories
/// @param level only for issues of this level; null for all
/// @param priority of rules that are otherwise equal the smallest goes first
record DispatchRule(
        DispatchRuleId id,
        CategoryId categoryId,
        GridId gridId,
        GridKey gridKey,
        @Nullable IssueLevel level,
        int priority,
        @Nullable DepartmentId departmentId,
        @Nullable MemberId memberId,
        @Nullable HandRole role,
        boolean isActive,
        Instant setAt,
        @Nullable Instant endedAt,
        int version)
        implements Node {
    @Nullable
    UUID departmentUuid() {
        return departmentId == null ? null : departmentId.value();
    }

    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }
}

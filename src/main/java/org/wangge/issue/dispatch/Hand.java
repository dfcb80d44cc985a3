package org.wangge.issue.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKey;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;

/// Who can have an issue in hand: a member or a department.
///
/// @param at where they serve: it decides who is one level above them
/// @param isGridStaff whether they may be given only what is on the duty list
public record Hand(
        @Nullable MemberId memberId,
        @Nullable DepartmentId departmentId,
        GridKey at,
        boolean isGridStaff,
        String name) {
    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    @Nullable
    UUID departmentUuid() {
        return departmentId == null ? null : departmentId.value();
    }
}

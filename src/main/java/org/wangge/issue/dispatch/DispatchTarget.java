package org.wangge.issue.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;

/// Whom a rule names, by exactly one of these.
record DispatchTarget(
        @Nullable DepartmentId departmentId,
        @Nullable MemberId memberId,
        @Nullable HandRole role) {
    HandInput hand() {
        return new HandInput(memberId, departmentId);
    }

    @Nullable
    UUID departmentUuid() {
        return departmentId == null ? null : departmentId.value();
    }

    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    @Nullable
    String roleName() {
        return role == null ? null : role.name();
    }
}

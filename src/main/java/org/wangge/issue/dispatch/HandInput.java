package org.wangge.issue.dispatch;

import org.jspecify.annotations.Nullable;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;

/// Names who is to have an issue in hand, by exactly one of these.
public record HandInput(
        @Nullable MemberId memberId, @Nullable DepartmentId departmentId) {}

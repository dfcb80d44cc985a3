package org.wangge.personnel;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which members a list holds; what is null does not limit.
public record MemberFilter(
        @Nullable GridId within,
        @Nullable GridRole role,
        @Nullable PersonOrigin origin,
        @Nullable String name,
        @Nullable DepartmentId departmentId) {
    static final MemberFilter NONE = new MemberFilter(null, null, null, null, null);
}

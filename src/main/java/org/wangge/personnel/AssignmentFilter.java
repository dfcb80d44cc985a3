package org.wangge.personnel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which assignments a list holds; what is null does not limit, but without a day it is today's.
public record AssignmentFilter(
        @Nullable GridId within,
        @Nullable GridId gridId,
        @Nullable MemberId memberId,
        @Nullable List<GridRole> roles,
        @Nullable LocalDate on,
        boolean anyTime) {
    static final AssignmentFilter NONE = new AssignmentFilter(null, null, null, null, null, false);
}

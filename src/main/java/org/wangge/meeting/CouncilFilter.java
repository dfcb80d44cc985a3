package org.wangge.meeting;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which councils a list holds; what is null does not limit.
record CouncilFilter(
        @Nullable GridId within,
        @Nullable GridId gridId,
        @Nullable Boolean isActive) {
    static final CouncilFilter NONE = new CouncilFilter(null, null, null);
}

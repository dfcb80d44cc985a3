package org.wangge.grid;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which grids a list holds; what is null does not limit.
public record GridFilter(
        @Nullable GridId within,
        @Nullable List<GridLevel> levels,
        @Nullable GridKind kind,
        @Nullable String name,
        @Nullable LocalDate effectiveOn) {
    static final GridFilter NONE = new GridFilter(null, null, null, null, null);
}

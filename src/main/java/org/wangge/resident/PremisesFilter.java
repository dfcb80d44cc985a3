package org.wangge.resident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which premises a list holds; what is null does not limit.
public record PremisesFilter(
        @Nullable GridId within,
        @Nullable List<PremisesType> types,
        @Nullable Occupancy occupancy,
        @Nullable String enterprise) {
    static final PremisesFilter NONE = new PremisesFilter(null, null, null, null);
}

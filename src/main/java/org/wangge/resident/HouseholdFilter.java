package org.wangge.resident;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which households a list holds; what is null does not limit.
public record HouseholdFilter(
        @Nullable GridId within, @Nullable PremisesId premisesId) {
    static final HouseholdFilter NONE = new HouseholdFilter(null, null);
}

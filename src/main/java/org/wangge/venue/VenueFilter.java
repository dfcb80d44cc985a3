package org.wangge.venue;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which venues a list holds; what is null does not limit.
public record VenueFilter(
        @Nullable GridId within,
        @Nullable VenueKind kind,
        @Nullable Integer capacityAtLeast,
        @Nullable Boolean isOpen) {
    static final VenueFilter NONE = new VenueFilter(null, null, null, null);
}

package org.wangge.resident.request;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which requests a list holds; what is null does not limit.
public record RecordRequestFilter(
        @Nullable GridId within, @Nullable RequestKind kind, RequestState state) {
    static final RecordRequestFilter OPEN = new RecordRequestFilter(null, null, RequestState.OPEN);
}

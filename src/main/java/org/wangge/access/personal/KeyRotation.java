package org.wangge.access.personal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of keys, in numbers of cells.
record KeyRotation(
        UUID id,
        KeyRotationState state,
        Algorithm algorithm,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int done,
        int total) {}

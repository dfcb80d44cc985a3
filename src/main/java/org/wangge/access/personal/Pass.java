package org.wangge.access.personal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a change of keys stands: in which column, after which row, and how many older cells the pass
/// over all columns has found.
///
/// @param hasRested whether it has been in its state for long enough
record Pass(
        UUID rotation,
        int keyId,
        KeyRotationState state,
        boolean hasRested,
        int columnNo,
        @Nullable UUID after,
        int found) {}

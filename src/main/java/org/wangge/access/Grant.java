package org.wangge.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKey;

/// A role held for a subtree, from an instant on and up to another, or for good.
public record Grant(
        Role role, GridKey within, Instant from, @Nullable Instant to) {
    public boolean isInForceAt(Instant now) {
        return !now.isBefore(from) && (to == null || now.isBefore(to));
    }
}

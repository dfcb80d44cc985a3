package org.wangge.grid;

import org.jspecify.annotations.Nullable;

/// Names one grid, by exactly one of these.
public record GridLookup(@Nullable GridId id, @Nullable String code) {
    /// @throws org.wangge.refusal.Fault INVALID_CODE when the code has another shape
    GridCode gridCode() {
        return new GridCode(code == null ? "" : code);
    }
}

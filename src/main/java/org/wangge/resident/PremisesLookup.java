package org.wangge.resident;

import org.jspecify.annotations.Nullable;

/// Names one set of premises, by exactly one of these.
public record PremisesLookup(
        @Nullable PremisesId id, @Nullable String code) {}

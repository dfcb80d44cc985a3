package org.wangge.resident;

import org.jspecify.annotations.Nullable;

/// Names one resident.
public record ResidentLookup(@Nullable ResidentId id) {}

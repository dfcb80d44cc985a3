package org.wangge.resident;

import org.jspecify.annotations.Nullable;

/// Names one household, by exactly one of these.
public record HouseholdLookup(
        @Nullable HouseholdId id, @Nullable String no) {}

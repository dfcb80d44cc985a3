package org.wangge.resident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.page.DateRange;
import org.wangge.grid.GridId;

/// Which residents a list holds; what is null does not limit.
public record ResidentFilter(
        @Nullable GridId within,
        @Nullable HouseholdId householdId,
        @Nullable List<Residency> residencies,
        @Nullable List<CareNeed> careNeeds,
        @Nullable Sex sex,
        @Nullable DateRange bornOn,
        ResidentStatus status,
        @Nullable Instant verifiedBefore) {
    static final ResidentFilter NONE =
            new ResidentFilter(null, null, null, null, null, null, ResidentStatus.ACTIVE, null);
}

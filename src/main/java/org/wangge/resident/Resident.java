package org.wangge.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;

/// Somebody who lives or lived here (居民), with the facts that the work needs and no others.
public record Resident(
        ResidentId id,
        GridId gridId,
        HouseholdId householdId,
        Personal name,
        @Nullable Personal idDocument,
        @Nullable Personal phone,
        Sex sex,
        LocalDate birthOn,
        Residency residency,
        FamilyRelation relation,
        List<CareNeed> careNeeds,
        ResidentStatus status,
        Instant verifiedAt,
        String source,
        int version)
        implements Node {
    public Resident {
        careNeeds = List.copyOf(careNeeds);
    }

    /// In full years.
    int ageOn(LocalDate day) {
        return Period.between(birthOn, day).getYears();
    }
}

package org.wangge.resident.disclosure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKey;
import org.wangge.resident.DisclosurePurpose;

/// What somebody is about to see: everything of a [Disclosure] but its place in the log.
///
/// @param residentId null when a search found nobody, when a quota was raised, and of a volunteer who is in no ledger
/// @param serves the issue or visit it is for, or the volunteer who is in no ledger, as the graph writes its id
public record Look(
        DisclosureKind kind,
        Instant at,
        Looker by,
        @Nullable UUID residentId,
        @Nullable GridKey gridKey,
        List<PersonalField> fields,
        @Nullable DisclosurePurpose purpose,
        String note,
        @Nullable String serves) {
    public Look {
        at = at.truncatedTo(ChronoUnit.MICROS);
        fields = List.copyOf(fields);
    }
}

package org.wangge.resident.disclosure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Scope;
import org.wangge.refusal.Refusal;
import org.wangge.resident.LedgerSight;

/// What became of a search by a number.
record SearchPayload(
        List<UUID> found,
        LedgerSight reach,
        @Nullable Disclosure disclosure,
        @Nullable Refusal refusal,
        boolean replayed) {
    SearchPayload {
        found = List.copyOf(found);
    }

    static SearchPayload refused(Refusal refusal) {
        return new SearchPayload(List.of(), LedgerSight.of(Scope.nowhere()), null, refusal, false);
    }
}

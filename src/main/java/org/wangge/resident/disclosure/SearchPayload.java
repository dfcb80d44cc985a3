package org.wangge.resident.disclosure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a search by a number.
record SearchPayload(
        List<UUID> found,
        Reach reach,
        @Nullable Disclosure disclosure,
        @Nullable Refusal refusal,
        boolean replayed) {
    SearchPayload {
        found = List.copyOf(found);
    }

    static SearchPayload refused(Refusal refusal) {
        return new SearchPayload(List.of(), Reach.NOWHERE, null, refusal, false);
    }
}

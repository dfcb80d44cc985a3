package org.wangge.resident.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a look at personal values.
record RevealPayload(
        List<RevealedValue> values,
        @Nullable Disclosure disclosure,
        @Nullable Refusal refusal,
        boolean replayed) {
    RevealPayload {
        values = List.copyOf(values);
    }

    static RevealPayload refused(Refusal refusal) {
        return new RevealPayload(List.of(), null, refusal, false);
    }
}

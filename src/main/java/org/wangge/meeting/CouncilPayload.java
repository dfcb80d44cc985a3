package org.wangge.meeting;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a council.
record CouncilPayload(
        @Nullable Council council,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static CouncilPayload refused(Refusal refusal) {
        return new CouncilPayload(null, refusal, false, null);
    }
}

package org.wangge.resident.correction;

import org.jspecify.annotations.Nullable;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refusal;
import org.wangge.resident.ResidentId;

/// What became of a command on a resident's record.
record ResidentPayload(
        @Nullable ResidentId id,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static ResidentPayload done(Outcome outcome) {
        return new ResidentPayload(new ResidentId(outcome.subject()), null, outcome.replayed(), outcome.cursor());
    }

    static ResidentPayload refused(Refusal refusal) {
        return new ResidentPayload(null, refusal, false, null);
    }
}

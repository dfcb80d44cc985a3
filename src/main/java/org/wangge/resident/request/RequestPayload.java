package org.wangge.resident.request;

import org.jspecify.annotations.Nullable;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refusal;

/// What became of a command on a request.
record RequestPayload(
        @Nullable RecordRequestId id,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static RequestPayload done(Outcome outcome) {
        return new RequestPayload(new RecordRequestId(outcome.subject()), null, outcome.replayed(), outcome.cursor());
    }

    static RequestPayload refused(Refusal refusal) {
        return new RequestPayload(null, refusal, false, null);
    }
}

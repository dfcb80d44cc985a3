package org.wangge.access.personal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refusal;

/// What became of the command to change the keys.
record RotateKeysPayload(@Nullable UUID id, @Nullable Refusal refusal, boolean replayed) {
    static RotateKeysPayload done(Outcome outcome) {
        return new RotateKeysPayload(outcome.subject(), null, outcome.replayed());
    }

    static RotateKeysPayload refused(Refusal refusal) {
        return new RotateKeysPayload(null, refusal, false);
    }
}

package org.wangge.meeting.resolution;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a resolution.
record ResolutionPayload(
        @Nullable Resolution resolution,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static ResolutionPayload refused(Refusal refusal) {
        return new ResolutionPayload(null, refusal, false, null);
    }
}

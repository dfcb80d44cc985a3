package org.wangge.meeting.ballot;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a ballot.
record BallotPayload(
        @Nullable Ballot ballot,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static BallotPayload refused(Refusal refusal) {
        return new BallotPayload(null, refusal, false, null);
    }
}

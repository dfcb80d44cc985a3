package org.wangge.project.ballot;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a ballot.
record ProjectBallotPayload(
        @Nullable ProjectBallot ballot,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static ProjectBallotPayload refused(Refusal refusal) {
        return new ProjectBallotPayload(null, refusal, false, null);
    }
}

package org.wangge.personnel;

import org.jspecify.annotations.Nullable;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refusal;

/// What became of a command on an assignment.
record AssignmentPayload(
        @Nullable AssignmentId id,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static AssignmentPayload done(Outcome outcome) {
        return new AssignmentPayload(new AssignmentId(outcome.subject()), null, outcome.replayed(), outcome.cursor());
    }

    static AssignmentPayload refused(Refusal refusal) {
        return new AssignmentPayload(null, refusal, false, null);
    }
}

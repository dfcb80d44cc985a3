package org.wangge.meeting.resolution;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Whether somebody's objection holds, and why.
record AnswerObjectionInput(
        UUID key,
        ResolutionId resolutionId,
        int expectedVersion,
        ObjectionId objectionId,
        boolean isUpheld,
        String answer) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("answer", answer, 5, 2_000).refuseIfAny();
    }
}

package org.wangge.meeting.resolution;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// What those who took part are told of what became of it.
record FeedBackResolutionInput(UUID key, ResolutionId resolutionId, int expectedVersion, String feedback) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("feedback", feedback, 10, 2_000).refuseIfAny();
    }
}

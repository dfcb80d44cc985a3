package org.wangge.meeting.resolution;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// What somebody has against a resolution.
record ObjectToResolutionInput(UUID key, ResolutionId resolutionId, String text) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("text", text, 5, 2_000).refuseIfAny();
    }
}

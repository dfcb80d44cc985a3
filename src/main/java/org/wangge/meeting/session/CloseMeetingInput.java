package org.wangge.meeting.session;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which meeting is over, and what was said.
record CloseMeetingInput(UUID key, MeetingId meetingId, int expectedVersion, String minutes) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("minutes", minutes, 10, 20_000).refuseIfAny();
    }
}

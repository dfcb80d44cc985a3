package org.wangge.meeting.session;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which meeting does not take place, and why.
record CancelMeetingInput(UUID key, MeetingId meetingId, int expectedVersion, String reason) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("reason", reason, 2, Problems.REMARK).refuseIfAny();
    }
}

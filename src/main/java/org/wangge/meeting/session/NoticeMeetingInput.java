package org.wangge.meeting.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Problems;

/// What people are told beforehand of a meeting.
record NoticeMeetingInput(
        UUID key,
        MeetingId meetingId,
        int expectedVersion,
        String content,
        @Nullable String emergencyReason) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        var problems = new Problems().text("content", content, 10, 5_000);
        if (emergencyReason != null) {
            problems.text("emergencyReason", emergencyReason, 5, Problems.REMARK);
        }
        problems.refuseIfAny();
    }
}

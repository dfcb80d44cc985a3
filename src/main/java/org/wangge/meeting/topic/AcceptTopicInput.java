package org.wangge.meeting.topic;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.meeting.CouncilId;
import org.wangge.refusal.Problems;

/// Which topic is taken on, and who is to deliberate on it.
record AcceptTopicInput(
        UUID key,
        TopicId topicId,
        int expectedVersion,
        @Nullable CouncilId councilId,
        @Nullable String reason) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("reason", reason, 0, Problems.REMARK).refuseIfAny();
    }
}

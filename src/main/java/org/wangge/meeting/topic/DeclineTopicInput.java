package org.wangge.meeting.topic;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which topic is not taken on, and why.
record DeclineTopicInput(UUID key, TopicId topicId, int expectedVersion, String reason) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("reason", reason, 5, Problems.REMARK).refuseIfAny();
    }
}

package org.wangge.meeting.session;

import java.util.UUID;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.Problems;

/// What was agreed on a topic in a meeting.
record DiscussTopicInput(UUID key, MeetingId meetingId, int expectedVersion, TopicId topicId, String consensusText) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("consensusText", consensusText, 2, 5_000).refuseIfAny();
    }
}

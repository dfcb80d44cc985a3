package org.wangge.meeting.topic;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a topic.
record TopicPayload(
        @Nullable Topic topic,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static TopicPayload refused(Refusal refusal) {
        return new TopicPayload(null, refusal, false, null);
    }
}

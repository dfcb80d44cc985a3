package org.wangge.meeting.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.meeting.topic.TopicId;

/// A topic of a meeting, in its order, and what was agreed on it.
record AgendaItem(
        MeetingId meetingId,
        TopicId topicId,
        int position,
        @Nullable String consensusText,
        @Nullable Instant discussedAt) {}

package org.wangge.meeting.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a topic came to stand somewhere; steps are only ever added.
record TopicStep(
        TopicId topicId, TopicStatus status, @Nullable String reason, Instant at) {}

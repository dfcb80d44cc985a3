package org.wangge.meeting.topic;

import java.util.UUID;

/// Which topic somebody supports.
record SupportTopicInput(UUID key, TopicId topicId) {}

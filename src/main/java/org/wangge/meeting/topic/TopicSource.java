package org.wangge.meeting.topic;

/// Where a topic came from.
public enum TopicSource {
    ISSUE,
    RESIDENT,
    PROJECT,
    CADRE
}

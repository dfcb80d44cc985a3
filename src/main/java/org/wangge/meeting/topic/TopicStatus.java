package org.wangge.meeting.topic;

/// How far a topic has come.
public enum TopicStatus {
    PROPOSED,
    ACCEPTED,
    SCHEDULED,
    DISCUSSED,
    RESOLVED,
    DEFERRED,
    DECLINED
}

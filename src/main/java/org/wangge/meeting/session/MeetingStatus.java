package org.wangge.meeting.session;

/// How far a meeting has come.
public enum MeetingStatus {
    DRAFT,
    NOTICED,
    IN_SESSION,
    ADJOURNED,
    CLOSED,
    CANCELLED
}

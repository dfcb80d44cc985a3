package org.wangge.meeting.ballot;

/// How people vote.
public enum BallotMethod {
    SHOW_OF_HANDS,
    SECRET,
    ONLINE;

    /// Whether those vote who are present at a meeting.
    boolean isInAMeeting() {
        return this != ONLINE;
    }
}

package org.wangge.meeting;

/// As what somebody sits in a council.
public enum SeatRole {
    CHAIR,
    RECORDER,
    MEMBER,
    OBSERVER;

    /// Observers (列席) speak and do not vote.
    public boolean votes() {
        return this != OBSERVER;
    }
}

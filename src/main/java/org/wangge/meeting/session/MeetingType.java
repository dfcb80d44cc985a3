package org.wangge.meeting.session;

/// What kind of meeting it is.
public enum MeetingType {
    REGULAR,
    JOINT_COUNCIL,
    COURTYARD_TALK,
    HEARING,
    EMERGENCY;

    /// Whether those who serve vote where people meet without a council.
    public boolean isOfStaff() {
        return this == REGULAR || this == EMERGENCY;
    }
}

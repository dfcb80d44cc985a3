package org.wangge.meeting.resolution;

/// How far a resolution has come; what changes nothing is decided and no more.
public enum ResolutionStatus {
    PUBLIC_NOTICE,
    OVERTURNED,
    IMPLEMENTING,
    DONE,
    DECIDED,
    FED_BACK
}

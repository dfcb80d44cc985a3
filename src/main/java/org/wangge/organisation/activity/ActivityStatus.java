package org.wangge.organisation.activity;

/// Where an activity stands. While it is open or full people enrol; what was served is credited when it
/// is settled.
public enum ActivityStatus {
    OPEN,
    FULL,
    IN_PROGRESS,
    ENDED,
    SETTLED,
    CANCELLED
}

package org.wangge.organisation.activity;

/// How far somebody has come in an activity: on the waiting list or with a place, there, gone again, and in the
/// end attended or absent.
public enum EnrolmentStatus {
    WAITING,
    ENROLLED,
    PRESENT,
    LEFT,
    ATTENDED,
    ABSENT,
    WITHDRAWN
}

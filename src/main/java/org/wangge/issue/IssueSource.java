package org.wangge.issue;

/// The channel an issue came through.
public enum IssueSource {
    GRID_VISIT,
    GRID_PATROL,
    OPINION_EXPRESS,
    RESIDENT_APP,
    HOTLINE_12345,
    WALK_IN,
    PHONE,
    MONITORING,
    IOT_SENSOR,
    MEETING,
    SUPERIOR_ASSIGNED,
    DEPARTMENT_TRANSFER,
    MEDIA,
    WHISTLE,
    IMPORT
}

package org.wangge.personnel;

/// What a department is.
public enum DepartmentKind {
    STREET_OFFICE,
    LINE_DEPARTMENT,
    COMMUNITY_COMMITTEE,
    AGENCY
}

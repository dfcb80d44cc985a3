package org.wangge.personnel.duty;

/// The six posts of a command centre (六岗位).
public enum PostType {
    DUTY_COMMANDER,
    INTAKE,
    MONITORING,
    DISPATCH,
    SUPERVISION,
    ANALYSIS
}

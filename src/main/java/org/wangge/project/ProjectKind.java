package org.wangge.project;

/// What a project builds or does.
public enum ProjectKind {
    ROAD,
    GREENWAY,
    LIGHTING,
    DRAINAGE,
    PARKING,
    ELDER_CARE,
    CHILD_CARE,
    CULTURE_SPORTS,
    ENVIRONMENT,
    OTHER
}

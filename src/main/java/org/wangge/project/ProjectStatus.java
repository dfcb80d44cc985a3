package org.wangge.project;

/// Where a project stands.
public enum ProjectStatus {
    COLLECTED,
    SHORTLISTED,
    RECOMMENDED,
    APPROVED,
    IN_PROGRESS,
    ACCEPTANCE,
    COMPLETED,
    SUSPENDED,
    CANCELLED
}

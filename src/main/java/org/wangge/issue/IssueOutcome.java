package org.wangge.issue;

/// What came of an issue.
public enum IssueOutcome {
    RESOLVED,
    PARTLY_RESOLVED,
    EXPLAINED,
    REFERRED_OUT,
    UNFOUNDED,
    WITHDRAWN,
    DUPLICATE
}

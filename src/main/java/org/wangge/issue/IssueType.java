package org.wangge.issue;

/// What somebody wants: a solution, an answer, an opinion heard.
public enum IssueType {
    DEMAND,
    CONSULTATION,
    SUGGESTION,
    COMPLAINT,
    REPORT,
    INCIDENT,
    DISPUTE,
    HAZARD,
    PRAISE
}

package org.wangge.issue.flow;

/// Why an issue is put off.
public enum PauseKind {
    WAIT_REPORTER,
    FUNDING,
    SEASON,
    PROJECT,
    DELIBERATION,
    LEGAL
}

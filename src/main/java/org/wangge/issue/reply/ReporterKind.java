package org.wangge.issue.reply;

/// Who reported an issue.
public enum ReporterKind {
    RESIDENT,
    STAFF,
    ANONYMOUS
}

package org.wangge.issue;

/// Who may read an issue besides those who work on it.
public enum Confidentiality {
    PUBLIC,
    INTERNAL,
    PRIVATE
}

package org.wangge.access;

/// How much of a personal value is seen.
public enum Visibility {
    MASKED,
    FULL
}

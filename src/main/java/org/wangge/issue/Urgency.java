package org.wangge.issue;

/// How soon an issue must be handled.
public enum Urgency {
    EMERGENCY,
    URGENT,
    NORMAL,
    COMPLEX
}

package org.wangge.resident;

/// By what right somebody lives here.
public enum Residency {
    PERMANENT,
    REGISTERED,
    FLOATING,
    OVERSEAS
}

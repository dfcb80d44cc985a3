package org.wangge.resident;

/// Whether somebody lives here.
public enum ResidentStatus {
    ACTIVE,
    MOVED_OUT,
    DECEASED
}

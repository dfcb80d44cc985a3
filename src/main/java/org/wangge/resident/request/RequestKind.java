package org.wangge.resident.request;

/// What a resident asks for.
public enum RequestKind {
    CORRECTION,
    DELETION
}

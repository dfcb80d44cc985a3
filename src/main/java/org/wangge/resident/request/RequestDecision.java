package org.wangge.resident.request;

/// What is decided on a request.
public enum RequestDecision {
    GRANT,
    DECLINE
}

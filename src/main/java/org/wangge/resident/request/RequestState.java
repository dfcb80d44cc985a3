package org.wangge.resident.request;

/// How far a request is.
public enum RequestState {
    OPEN,
    GRANTED,
    DECLINED
}

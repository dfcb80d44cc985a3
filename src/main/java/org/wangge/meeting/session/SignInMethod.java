package org.wangge.meeting.session;

/// How somebody was noted as present.
public enum SignInMethod {
    CODE,
    RECORDED
}

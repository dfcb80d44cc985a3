package org.wangge.issue.flow;

/// Why a handler sends an issue back.
public enum ReturnReason {
    NOT_MY_DUTY,
    WRONG_LOCATION,
    NEEDS_OTHER_LEAD,
    INSUFFICIENT_INFO,
    DUPLICATE
}

package org.wangge.issue.flow;

/// Where a work order stands.
public enum OrderStatus {
    PENDING_SIGN,
    SIGNED,
    RETURNED,
    DONE,
    RECALLED
}

package org.wangge.issue.clock;

/// What has to be done in time (时限节点) in a round of an issue.
public enum DuePoint {
    ACCEPT,
    DISPATCH,
    SIGN,
    CONTACT,
    HANDLE,
    VERIFY,
    CALLBACK,
    REWORK
}

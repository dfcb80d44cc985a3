package org.wangge.issue.evidence;

/// How somebody was met or reached.
public enum ContactMeans {
    FACE,
    PHONE,
    VIDEO,
    WITNESS
}

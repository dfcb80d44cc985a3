package org.wangge.issue.flow;

/// Who was right about a return: upheld, the centre had dispatched it wrongly; overruled, the office
/// had refused it wrongly.
public enum Ruling {
    UPHELD,
    OVERRULED
}

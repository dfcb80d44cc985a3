package org.wangge.issue.reply;

/// Why somebody is not content.
public enum RatingReason {
    NOT_SOLVED,
    POORLY_DONE,
    TOO_SLOW,
    NOT_CONTACTED,
    UNCLEAR_REPLY,
    ATTITUDE,
    OTHER
}

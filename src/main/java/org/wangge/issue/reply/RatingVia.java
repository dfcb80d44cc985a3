package org.wangge.issue.reply;

/// How a rating came.
public enum RatingVia {
    /// The reporter gave it.
    REPORTER,
    /// Somebody asked for it in a callback.
    CALLBACK
}

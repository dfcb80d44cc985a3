package org.wangge.issue.evidence;

/// How much of an issue's evidence somebody sees.
enum Closeness {
    /// Only how the five stand.
    FAR,
    /// It is their matter: which kinds were given and when, and the photos of the result.
    REPORTER,
    /// They work on it, or watch over those who do: everything.
    STAFF
}

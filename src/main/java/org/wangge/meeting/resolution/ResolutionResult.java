package org.wangge.meeting.resolution;

/// What was decided.
enum ResolutionResult {
    PASSED,
    REJECTED,
    DEFERRED
}

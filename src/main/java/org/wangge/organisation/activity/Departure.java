package org.wangge.organisation.activity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// When somebody went, and how much of their time they were on the way.
///
/// @param confirmedBy who knows it, when they did not check out
record Departure(
        Instant at,
        int travelMinutes,
        @Nullable String confirmedBy,
        @Nullable String reason) {
    /// What is wrong with it for somebody who came then.
    Problems addTo(Problems problems, Instant came, Instant latest) {
        var minutes = Duration.between(came, at).toMinutes();
        return problems.check(at.isAfter(came), "at", ProblemCode.TOO_EARLY, came)
                .check(!at.isAfter(latest), "at", ProblemCode.TOO_LATE, latest)
                .check(
                        travelMinutes >= 0 && travelMinutes <= Math.max(0, minutes),
                        "travelMinutes",
                        ProblemCode.OUT_OF_RANGE,
                        0,
                        Math.max(0, minutes));
    }
}

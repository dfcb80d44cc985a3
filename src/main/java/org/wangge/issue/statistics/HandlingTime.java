package org.wangge.issue.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long it took from the beginning of the handle point to the result (办理时长), in rounds whose
/// result came in the period.
///
/// @param active without the time for which it stood still
record HandlingTime(
        @Nullable Integer count,
        @Nullable Spread active,
        @Nullable Spread elapsed) {
    static final HandlingTime NONE = new HandlingTime(0, null, null);

    /// Of the half, and of nine tenths, it took no longer than that.
    record Spread(Duration mean, Duration p50, Duration p90) {}
}

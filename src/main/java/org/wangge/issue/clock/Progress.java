package org.wangge.issue.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a clock has come, in its own time: what has elapsed was active or paused.
///
/// @param remaining nothing when it is over, null when the clock has ended
record Progress(
        Duration elapsed,
        Duration active,
        Duration paused,
        @Nullable Duration remaining) {
    static Progress of(IssueClock clock, Course before, Instant now) {
        var ended = clock.metAt() == null ? clock.cancelledAt() : clock.metAt();
        var until = ended == null ? now : ended;
        var since = clock.pausedSince();
        var course = since == null ? before : before.with(new Pause(since, until));
        var from = since == null ? until : since;
        return new Progress(
                course.elapsed(until),
                course.active(until),
                course.paused(until),
                ended == null ? course.time().between(from, clock.dueAt()) : null);
    }
}

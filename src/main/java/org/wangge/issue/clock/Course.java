package org.wangge.issue.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// How a clock runs from its start: in its own time, and not in its pauses, which are in order.
/// What has elapsed is what was active and what was paused.
record Course(CountedTime time, Instant start, List<Pause> pauses) {
    Course {
        pauses = List.copyOf(pauses);
    }

    /// When it has been active for so long.
    Instant after(Duration active) {
        var from = start;
        var left = active;
        for (var pause : pauses) {
            var run = time.between(from, pause.since());
            if (run.compareTo(left) >= 0) {
                return time.plus(from, left);
            }
            left = left.minus(run);
            from = from.isAfter(pause.until()) ? from : pause.until();
        }
        return time.plus(from, left);
    }

    Duration elapsed(Instant until) {
        return time.between(start, until);
    }

    Duration paused(Instant until) {
        var sum = Duration.ZERO;
        for (var pause : pauses) {
            var since = pause.since().isAfter(start) ? pause.since() : start;
            var end = pause.until().isBefore(until) ? pause.until() : until;
            sum = sum.plus(time.between(since, end));
        }
        return sum;
    }

    Duration active(Instant until) {
        return elapsed(until).minus(paused(until));
    }

    /// With the pause it is in.
    Course with(Pause pause) {
        return new Course(
                time, start, Stream.concat(pauses.stream(), Stream.of(pause)).toList());
    }

    /// The same clock from another instant on, in another time.
    Course from(Instant other, CountedTime otherTime) {
        return new Course(otherTime, other, pauses);
    }
}

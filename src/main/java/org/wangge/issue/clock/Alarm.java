package org.wangge.issue.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// The instant at which a threshold of a clock is reached.
record Alarm(UUID clockId, Threshold threshold, Instant fireAt) {
    /// Without the fractions that the database does not keep.
    Alarm {
        fireAt = fireAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// All alarms of a clock: at parts of its active time, and working days after its end.
    static List<Alarm> of(UUID clockId, Course course, Instant dueAt, OfficeHours office) {
        return Arrays.stream(Threshold.values())
                .map(threshold -> new Alarm(clockId, threshold, at(threshold, course, dueAt, office)))
                .toList();
    }

    private static Instant at(Threshold threshold, Course course, Instant dueAt, OfficeHours office) {
        var whole = course.active(dueAt);
        return switch (threshold) {
            case HALF -> course.after(whole.dividedBy(2));
            case MOST -> course.after(whole.multipliedBy(4).dividedBy(5));
            case DUE -> dueAt;
            case PLUS_1 -> overdue(1, course, dueAt, office);
            case PLUS_5 -> overdue(5, course, dueAt, office);
        };
    }

    private static Instant overdue(int days, Course course, Instant dueAt, OfficeHours office) {
        return course.from(dueAt, office).after(office.day().multipliedBy(days));
    }
}

package org.wangge.issue.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The instant at which a threshold of a clock is reached.
record Alarm(UUID clockId, Threshold threshold, Instant fireAt) {
    /// All alarms of a clock.
    static List<Alarm> of(UUID clockId, Course course, Instant dueAt, OfficeHours office) {
        return times(course, dueAt, office).entrySet().stream()
                .map(time -> new Alarm(clockId, time.getKey(), time.getValue()))
                .toList();
    }

    /// At parts of the active time, and working days after its end; without the fractions that the
    /// database does not keep.
    static Map<Threshold, Instant> times(Course course, Instant dueAt, OfficeHours office) {
        var times = new EnumMap<Threshold, Instant>(Threshold.class);
        for (var threshold : Threshold.values()) {
            times.put(threshold, at(threshold, course, dueAt, office).truncatedTo(ChronoUnit.MICROS));
        }
        return times;
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

package org.wangge.issue.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/// Working time: the same hours on each working day, in the time zone of the subdistrict. Between
/// them nothing is counted.
final class OfficeHours implements CountedTime {
    /// No calendar leaves out so many days in a row; a search that goes on has no end.
    private static final int MOST_DAYS_OFF = 400;

    private final List<Shift> shifts;
    private final ZoneId zone;
    private final Predicate<LocalDate> isWorkday;

    OfficeHours(List<Shift> shifts, ZoneId zone, Predicate<LocalDate> isWorkday) {
        this.shifts = List.copyOf(shifts);
        this.zone = zone;
        this.isWorkday = isWorkday;
    }

    /// From one time of a day to a later one.
    record Shift(LocalTime from, LocalTime to) {
        Shift {
            if (!to.isAfter(from)) {
                throw new IllegalArgumentException("working hours end before they begin: " + from + "-" + to);
            }
        }

        Duration length() {
            return Duration.between(from, to);
        }
    }

    /// The same hours on other days.
    OfficeHours on(Predicate<LocalDate> otherDays) {
        return new OfficeHours(shifts, zone, otherDays);
    }

    boolean isWorkday(LocalDate day) {
        return isWorkday.test(day);
    }

    /// How much is counted on a working day.
    Duration day() {
        return shifts.stream().map(Shift::length).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Instant plus(Instant from, Duration counted) {
        if (counted.isNegative()) {
            throw new IllegalArgumentException("working time does not run backwards: " + counted);
        }
        var left = counted;
        var daysOff = 0;
        for (var day = LocalDate.ofInstant(from, zone); !left.isZero(); day = day.plusDays(1)) {
            var open = openOn(day, from, Instant.MAX);
            if (open.compareTo(left) >= 0) {
                return within(day, from, left);
            }
            left = left.minus(open);
            daysOff = open.isZero() ? daysOff + 1 : 0;
            if (daysOff > MOST_DAYS_OFF) {
                throw new IllegalStateException("no working day after " + from);
            }
        }
        return from;
    }

    @Override
    public Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        if (!to.isAfter(from)) {
            return sum;
        }
        var last = LocalDate.ofInstant(to, zone);
        for (var day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            sum = sum.plus(openOn(day, from, to));
        }
        return sum;
    }

    @Override
    public String toString() {
        return shifts + " " + zone;
    }

    /// What of the day's hours lies between the two instants.
    private Duration openOn(LocalDate day, Instant from, Instant to) {
        var sum = Duration.ZERO;
        if (isWorkday.test(day)) {
            for (var shift : shifts) {
                var begin = later(at(day, shift.from()), from);
                var end = earlier(at(day, shift.to()), to);
                sum = end.isAfter(begin) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    /// The instant of the day at which so much of its hours after `from` is over; there is enough of them.
    private Instant within(LocalDate day, Instant from, Duration counted) {
        var left = counted;
        for (var shift : shifts) {
            var begin = later(at(day, shift.from()), from);
            var end = at(day, shift.to());
            var length = end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
            if (length.compareTo(left) >= 0) {
                return begin.plus(left);
            }
            left = left.minus(length);
        }
        throw new IllegalStateException("less working time on " + day + " than there was");
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

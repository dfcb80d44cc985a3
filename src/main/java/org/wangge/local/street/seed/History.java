package org.wangge.local.street.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The eighteen months that the street remembers. They end with the first minute of `today`, so
/// that nothing in it lies ahead of whoever starts the server on that day.
public record History(LocalDate today) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public LocalDate startOn() {
        return today.minusMonths(18);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(startOn(), today);
    }

    public Instant startAt() {
        return startOf(startOn());
    }

    public Instant endAt() {
        return startOf(today);
    }

    /// A daytime moment, the recent months more often than the early ones.
    public Instant lately(Dice dice) {
        var ago = (int) (days() * dice.share() * dice.share()) + 1;
        return at(today.minusDays(ago), 8 * 3600 + dice.below(12 * 3600));
    }

    public static Instant startOf(LocalDate day) {
        return at(day, 0);
    }

    public static Instant at(LocalDate day, int secondOfDay) {
        return day.atTime(LocalTime.ofSecondOfDay(secondOfDay)).atZone(ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}

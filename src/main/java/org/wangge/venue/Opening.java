package org.wangge.venue;

import java.time.DayOfWeek;

/// When a venue is open on a weekday: `opensAt` `08:30`, `closesAt` `21:00`, or `24:00` at the end of the day.
public record Opening(DayOfWeek weekday, String opensAt, String closesAt) {
    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;

    /// From the minutes of a week that stand in the database.
    static Opening of(int from, int to) {
        var day = from / DAY;
        return new Opening(DayOfWeek.of(day + 1), text(from - day * DAY), text(to - day * DAY));
    }

    /// The minute of the week at which it begins; Monday at midnight is 0.
    int from() {
        return midnight() + minute(opensAt);
    }

    int to() {
        return midnight() + minute(closesAt);
    }

    private int midnight() {
        return (weekday.getValue() - 1) * DAY;
    }

    private static int minute(String time) {
        return Integer.parseInt(time, 0, 2, 10) * HOUR + Integer.parseInt(time, 3, 5, 10);
    }

    private static String text(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }
}

package org.wangge.local.street.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.wangge.local.street.seed.History;

/// Working time: nine to twelve and one to five, Monday to Friday. Public holidays are left out:
/// the street never quite closes.
final class OfficeHours {
    private static final int DAY_MINUTES = 7 * 60;
    private static final long FIRST_MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();

    private OfficeHours() {}

    static Instant after(Instant at, int minutes) {
        var worked = worked(at) + minutes;
        var day = worked / DAY_MINUTES;
        var on = LocalDate.ofEpochDay(FIRST_MONDAY + day / 5 * 7 + day % 5);
        return History.at(on, clock((int) (worked % DAY_MINUTES)) * 60);
    }

    /// Minutes of work since the first Monday.
    private static long worked(Instant at) {
        var local = at.atZone(History.ZONE);
        var days = local.toLocalDate().toEpochDay() - FIRST_MONDAY;
        var weekend = days % 7 > 4;
        var day = days / 7 * 5 + Math.min(days % 7, 5);
        return day * DAY_MINUTES + (weekend ? 0 : minutes(local.toLocalTime()));
    }

    private static int minutes(LocalTime time) {
        var minute = time.toSecondOfDay() / 60;
        var morning = Math.clamp(minute - 9 * 60, 0, 3 * 60);
        return morning + Math.clamp(minute - 13 * 60, 0, 4 * 60);
    }

    private static int clock(int minutes) {
        return minutes + (minutes < 3 * 60 ? 9 : 10) * 60;
    }
}

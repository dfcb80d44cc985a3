package org.wangge.local.street.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.wangge.local.street.seed.History;

class OfficeHoursTests {
    @Test
    void skipTheNoonBreak() {
        assertThat(OfficeHours.after(at("2026-07-29T11:30"), 60)).isEqualTo(at("2026-07-29T13:30"));
    }

    @Test
    void goOnNextMorning() {
        assertThat(OfficeHours.after(at("2026-07-29T20:15"), 30)).isEqualTo(at("2026-07-30T09:30"));
    }

    @Test
    void restOnWeekends() {
        assertThat(OfficeHours.after(at("2026-08-01T10:00"), 90)).isEqualTo(at("2026-08-03T10:30"));
    }

    @Test
    void countFiveWorkingDaysToTheSameHourOfNextMonday() {
        assertThat(OfficeHours.after(at("2026-07-27T09:40"), 5 * 420)).isEqualTo(at("2026-08-03T09:40"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(History.ZONE).toInstant();
    }
}

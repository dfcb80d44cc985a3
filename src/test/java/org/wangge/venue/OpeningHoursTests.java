package org.wangge.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final OpeningHours HOURS = new OpeningHours(List.of(
            new Opening(DayOfWeek.MONDAY, "14:00", "24:00"),
            new Opening(DayOfWeek.MONDAY, "08:30", "12:00"),
            new Opening(DayOfWeek.SUNDAY, "09:00", "17:00")));

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:30, 2026-03-02T12:00, true",
        "2026-03-02T08:29:59, 2026-03-02T12:00, false",
        "2026-03-02T08:30, 2026-03-02T12:00:01, false",
        "2026-03-02T11:00, 2026-03-02T15:00, false",
        "2026-03-02T22:00, 2026-03-03T00:00, true",
        "2026-03-02T22:00, 2026-03-03T00:01, false",
        "2026-03-03T09:00, 2026-03-03T10:00, false",
        "2026-03-08T09:00, 2026-03-08T17:00, true"
    })
    void holdWhatLiesInOneOfThem(LocalDateTime from, LocalDateTime to, boolean isHeld) {
        assertThat(HOURS.hold(
                        from.atZone(SHANGHAI).toInstant(), to.atZone(SHANGHAI).toInstant(), SHANGHAI))
                .isEqualTo(isHeld);
    }

    @Test
    void areKeptInTheOrderOfTheWeek() {
        assertThat(HOURS.minutes()).containsExactly(510, 720, 840, 1440, 9180, 9660);
        assertThat(OpeningHours.of(HOURS.minutes()).openings())
                .extracting(Opening::opensAt)
                .containsExactly("08:30", "14:00", "09:00");
    }
}

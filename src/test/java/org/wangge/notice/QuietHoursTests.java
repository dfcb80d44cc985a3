package org.wangge.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final QuietHours quiet = new QuietHours(Clock.system(HERE));

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T21:59:59, 2026-03-02T21:59:59",
        "2026-03-02T22:00:00, 2026-03-03T07:00:00",
        "2026-03-02T23:30:00, 2026-03-03T07:00:00",
        "2026-03-03T00:00:00, 2026-03-03T07:00:00",
        "2026-03-03T06:59:59, 2026-03-03T07:00:00",
        "2026-03-03T07:00:00, 2026-03-03T07:00:00",
        "2026-12-31T22:15:00, 2027-01-01T07:00:00"
    })
    void endAtSevenInTheMorning(LocalDateTime at, LocalDateTime allowed) {
        var instant = at.atZone(HERE).toInstant();

        assertThat(quiet.over(instant)).isEqualTo(allowed.atZone(HERE).toInstant());
        assertThat(quiet.isQuiet(instant)).isEqualTo(!at.equals(allowed));
    }
}

package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.clock.ClockDesk.at;
import static org.wangge.issue.clock.ClockDesk.told;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Working time, checked by hand: from 9 to 12 and from 13 to 17 o'clock in Shanghai, 7 hours a day.
class WorkingTimeTests {
    private final WorkingTime time = Calendars.ours();

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource(textBlock = """
            within the morning,              2026-03-02 09:40, PT1H,   2026-03-02 10:40
            over lunch,                      2026-03-02 11:30, PT1H,   2026-03-02 13:30
            up to lunch,                     2026-03-02 10:00, PT2H,   2026-03-02 12:00
            from the beginning of lunch,     2026-03-02 12:00, PT1M,   2026-03-02 13:01
            from the middle of lunch,        2026-03-02 12:20, PT30M,  2026-03-02 13:30
            to the second over lunch,        2026-03-02 11:59:59, PT2S, 2026-03-02 13:00:01
            up to the evening,               2026-03-02 15:00, PT2H,   2026-03-02 17:00
            over night,                      2026-03-02 16:30, PT1H,   2026-03-03 09:30
            a minute before the evening,     2026-03-02 16:59, PT2M,   2026-03-03 09:01
            from the evening,                2026-03-02 17:00, PT1M,   2026-03-03 09:01
            from late at night,              2026-03-02 23:59, PT1H,   2026-03-03 10:00
            from midnight,                   2026-03-03 00:00, PT1H,   2026-03-03 10:00
            from before the morning,         2026-03-02 07:00, PT1H,   2026-03-02 10:00
            no time at all,                  2026-03-07 10:00, PT0S,   2026-03-07 10:00
            a day from its beginning,        2026-03-02 09:00, PT7H,   2026-03-02 17:00
            a day from 9:40,                 2026-03-02 09:40, PT7H,   2026-03-03 09:40
            a day from its end,              2026-03-02 17:00, PT7H,   2026-03-03 17:00
            a day and lunch,                 2026-03-02 12:30, PT7H,   2026-03-03 12:00
            five days over a weekend,        2026-03-02 09:40, PT35H,  2026-03-09 09:40
            over a weekend,                  2026-03-06 16:00, PT2H,   2026-03-09 10:00
            from a Saturday,                 2026-03-07 10:00, PT1H,   2026-03-09 10:00
            from a Sunday's last minute,     2026-03-08 23:59, PT4H,   2026-03-09 14:00
            where Europe loses an hour,      2026-03-27 16:00, PT2H,   2026-03-30 10:00
            into a worked Sunday before 春节 2025, 2025-01-24 16:00, PT2H, 2025-01-26 10:00
            a worked Sunday is a whole day,  2025-01-26 09:00, PT7H,   2025-01-26 17:00
            over 春节 2025,                  2025-01-27 16:00, PT2H,   2025-02-05 10:00
            five days over 春节 2025,        2025-01-27 09:40, PT35H,  2025-02-10 09:40
            into a worked Saturday 2025,     2025-02-07 16:00, PT2H,   2025-02-08 10:00
            out of a worked Saturday 2025,   2025-02-08 16:00, PT2H,   2025-02-10 10:00
            over 清明 2025,                  2025-04-03 16:00, PT2H,   2025-04-07 10:00
            into the Sunday before 劳动节,   2025-04-25 16:30, PT1H,   2025-04-27 09:30
            two days over 劳动节 2025,       2025-04-30 09:40, PT14H,  2025-05-07 09:40
            over 端午 2025,                  2025-05-30 15:00, PT3H,   2025-06-03 10:00
            into the Sunday before 国庆,     2025-09-26 16:00, PT2H,   2025-09-28 10:00
            three days over 国庆 2025,       2025-09-30 09:40, PT21H,  2025-10-11 09:40
            from the middle of 国庆 2025,    2025-10-03 12:00, PT1H,   2025-10-09 10:00
            over the turn of the year,       2025-12-31 16:00, PT2H,   2026-01-04 10:00
            a day over the turn of the year, 2025-12-31 09:40, PT7H,   2026-01-04 09:40
            two days over it,                2025-12-31 09:40, PT14H,  2026-01-05 09:40
            five days over it,               2025-12-29 09:40, PT35H,  2026-01-06 09:40
            into the Saturday before 春节,   2026-02-13 16:00, PT2H,   2026-02-14 10:00
            over 春节 2026,                  2026-02-14 16:00, PT2H,   2026-02-24 10:00
            five days over 春节 2026,        2026-02-13 09:40, PT35H,  2026-02-27 09:40
            into the Saturday after 春节,    2026-02-27 16:00, PT2H,   2026-02-28 10:00
            out of it,                       2026-02-28 16:00, PT2H,   2026-03-02 10:00
            over 清明 2026,                  2026-04-03 16:00, PT2H,   2026-04-07 10:00
            over 劳动节 2026,                2026-04-30 16:00, PT2H,   2026-05-06 10:00
            over the Saturday after it,      2026-05-06 09:40, PT28H,  2026-05-11 09:40
            over 端午 2026,                  2026-06-18 16:00, PT2H,   2026-06-22 10:00
            into a worked Sunday 2026,       2026-09-18 16:00, PT2H,   2026-09-20 10:00
            over 中秋 2026,                  2026-09-24 09:40, PT14H,  2026-09-29 09:40
            over 国庆 2026,                  2026-09-30 16:00, PT2H,   2026-10-08 10:00
            into the Saturday after 国庆,    2026-10-09 16:00, PT2H,   2026-10-10 10:00
            out of it into a Monday,         2026-10-10 16:00, PT2H,   2026-10-12 10:00
            from a year into one unknown,    2026-12-31 16:30, PT1H,   2027-01-01 09:30
            """)
    void goesOnOnlyWhenPeopleWork(String what, String from, Duration working, String until) {
        assertThat(told(time.plus(at(from), working))).as(what).isEqualTo(until);
        assertThat(time.between(at(from), at(until))).as(what).isEqualTo(working);
    }

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource(textBlock = """
            2026-03-02 17:00, 2026-03-03 09:00, PT0S
            2026-03-07 00:00, 2026-03-08 23:59, PT0S
            2026-03-02 00:00, 2026-03-08 23:59, PT35H
            2026-02-15 08:00, 2026-02-23 18:00, PT0S
            2026-01-01 00:00, 2027-01-01 00:00, PT1736H
            2025-01-01 00:00, 2026-01-01 00:00, PT1736H
            2026-03-03 10:00, 2026-03-02 10:00, PT0S
            """)
    void countsNothingOutsideAndNothingBackwards(String from, String to, Duration working) {
        assertThat(time.between(at(from), at(to))).isEqualTo(working);
    }

    @Test
    void isTheSameFromAnyPointOnTheWay() {
        var start = at("2026-02-10 10:17");
        var end = time.plus(start, Duration.ofHours(50));

        for (var way = start; way.isBefore(end); way = way.plus(Duration.ofMinutes(37))) {
            var gone = time.between(start, way);
            var left = time.between(way, end);
            assertThat(gone.plus(left)).isEqualTo(Duration.ofHours(50));
            assertThat(time.plus(way, left)).isEqualTo(end);
        }
    }

    @Test
    void hasNoSummerTime() {
        var zone = ZoneId.of("Asia/Shanghai").getRules();

        assertThat(zone.nextTransition(at("2025-01-01 00:00"))).isNull();
        assertThat(LocalDate.of(2026, 7, 1)
                        .atTime(9, 0)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .getOffset())
                .hasToString("+08:00");
    }
}

package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.clock.ClockDesk.at;
import static org.wangge.issue.clock.ClockDesk.told;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A clock with pauses: due when it has been active for long enough.
class CourseTests {
    private final OfficeHours office = Calendars.ours().office();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no pause                        | 2026-03-02 09:40 | PT7H  |                                     | 2026-03-03 09:40
            within a day                    | 2026-03-02 09:40 | PT7H  | 2026-03-02 10:00 2026-03-02 11:00   | 2026-03-03 10:40
            over lunch                      | 2026-03-02 09:40 | PT7H  | 2026-03-02 11:00 2026-03-02 14:00   | 2026-03-03 11:40
            a night is no loss              | 2026-03-02 09:40 | PT7H  | 2026-03-02 17:00 2026-03-03 09:00   | 2026-03-03 09:40
            nor is a weekend                | 2026-03-06 09:40 | PT7H  | 2026-03-06 19:00 2026-03-08 22:00   | 2026-03-09 09:40
            over a weekend                  | 2026-03-06 09:40 | PT7H  | 2026-03-06 16:00 2026-03-09 10:00   | 2026-03-09 11:40
            over a holiday of nine days     | 2026-02-13 09:40 | PT14H | 2026-02-14 09:40 2026-02-24 09:40   | 2026-02-25 09:40
            two of them                     | 2026-03-02 09:40 | PT7H  | 2026-03-02 10:00 2026-03-02 11:00 2026-03-02 15:00 2026-03-03 10:00 | 2026-03-03 14:40
            after the end                   | 2026-03-02 09:40 | PT2H  | 2026-03-02 14:00 2026-03-05 11:00   | 2026-03-02 11:40
            from the very end               | 2026-03-02 09:40 | PT2H  | 2026-03-02 11:40 2026-03-05 11:00   | 2026-03-02 11:40
            from the start                  | 2026-03-02 09:40 | PT2H  | 2026-03-02 09:40 2026-03-03 09:40   | 2026-03-03 11:40
            """)
    void isDueWhenItWasActiveForLongEnough(String what, String start, Duration length, String pauses, String due) {
        var course = new Course(office, at(start), pauses(pauses));

        assertThat(told(course.after(length))).as(what).isEqualTo(due);
        assertThat(course.active(at(due))).as(what).isEqualTo(length);
    }

    @Test
    void elapsesAsActiveAndPausedAndNeverBackwards() {
        var random = new Random(4);
        for (int i = 0; i < 500; i++) {
            var start = at("2026-01-01 00:00").plusSeconds(random.nextInt(8_000_000));
            var course = new Course(i % 2 == 0 ? office : CountedTime.ALL, start, randomPauses(start, random));
            var length = Duration.ofMinutes(random.nextInt(6_000));

            var due = course.after(length);

            assertThat(due).isAfterOrEqualTo(start);
            assertThat(course.active(due)).isEqualTo(length);
            assertThat(course.elapsed(due)).isEqualTo(course.active(due).plus(course.paused(due)));
            assertThat(course.paused(due)).isGreaterThanOrEqualTo(Duration.ZERO);
        }
    }

    @Test
    void standsStillOnlyAfterItsStartAndUntilItIsAsked() {
        var course = new Course(office, at("2026-03-02 09:00"), pauses("2026-02-27 10:00 2026-03-02 11:00"));

        assertThat(course.paused(at("2026-03-02 10:00"))).isEqualTo(Duration.ofHours(1));
        assertThat(course.paused(at("2026-03-02 12:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(course.active(at("2026-03-02 12:00"))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void warnsAtPartsOfItsActiveTime() {
        var course = new Course(office, at("2026-03-02 09:00"), pauses("2026-03-02 10:00 2026-03-04 10:00"));
        var due = course.after(Duration.ofHours(10));

        var alarms = Alarm.of(java.util.UUID.randomUUID(), course, due, office);

        assertThat(alarms)
                .extracting(alarm -> alarm.threshold() + " " + told(alarm.fireAt()))
                .containsExactly(
                        "HALF 2026-03-04 15:00",
                        "MOST 2026-03-05 10:00",
                        "DUE 2026-03-05 12:00",
                        "PLUS_1 2026-03-06 12:00",
                        "PLUS_5 2026-03-12 12:00");
    }

    private static List<Pause> randomPauses(Instant start, Random random) {
        var pauses = new ArrayList<Pause>();
        var last = start;
        for (int i = random.nextInt(4); i > 0; i--) {
            var since = last.plusSeconds(random.nextInt(200_000));
            last = since.plusSeconds(1 + random.nextInt(200_000));
            pauses.add(new Pause(since, last));
        }
        return pauses;
    }

    private static List<Pause> pauses(String text) {
        var ends = text == null
                ? List.<Instant>of()
                : Arrays.stream(text.strip().split("(?<=:\\d\\d) "))
                        .map(ClockDesk::at)
                        .toList();
        var pauses = new ArrayList<Pause>();
        for (int i = 0; i < ends.size(); i += 2) {
            pauses.add(new Pause(ends.get(i), ends.get(i + 1)));
        }
        return pauses;
    }
}

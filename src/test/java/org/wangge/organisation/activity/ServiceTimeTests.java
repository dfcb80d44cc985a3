package org.wangge.organisation.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Attendances whose credit was worked out by hand. Those of one volunteer are settled in the order of the table.
class ServiceTimeTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String TABLE = """
            A | 02 09:00    | 02 11:00    |  0 | 02=120
            A | 02 10:00    | 02 12:00    |  0 | 02=60
            A | 02 09:30    | 02 10:30    |  0 |
            A | 02 08:00    | 02 13:00    |  0 | 02=120
            A | 02 14:00    | 02 20:30    |  0 | 02=300
            A | 02 21:00    | 02 22:00    |  0 |
            A | 03 00:00    | 03 00:30    |  0 | 03=30
            B | 02 22:00    | 03 02:00    |  0 | 02=120 03=120
            B | 03 01:00    | 03 03:00    |  0 | 03=60
            C | 02 09:00    | 02 11:00    | 30 | 02=90
            C | 02 11:00    | 02 12:00    | 60 |
            C | 02 23:30    | 03 01:00    | 45 | 03=45
            D | 02 09:00:00 | 02 09:00:59 |  0 |
            D | 02 09:01:00 | 02 09:02:30 |  0 | 02=1
            D | 02 10:00:30 | 02 10:02:29 |  0 | 02=1
            D | 02 10:01:00 | 02 10:05:00 |  0 | 02=2
            E | 02 00:00    | 03 00:00    |  0 | 02=600
            E | 03 00:00    | 03 12:00    | 60 | 03=600
            E | 04 08:00    | 04 18:00    |  0 | 04=600
            F | 04 08:00    | 04 18:01    |  0 | 04=600
            F | 05 08:00    | 05 17:59    |  0 | 05=599
            F | 05 18:00    | 05 19:00    |  0 | 05=1
            F | 01 23:59    | 06 00:01    |  0 | 01=1 02=600 03=600 06=1
            G | 02 09:00    | 02 10:00    |  0 | 02=60
            G | 02 10:00    | 02 11:00    |  0 | 02=60
            """;

    @Test
    void isWhatWasWorkedOutByHand() {
        Map<String, List<ServiceTime.Span>> counted = new HashMap<>();
        Map<String, Map<LocalDate, Integer>> credited = new HashMap<>();
        var rows = TABLE.lines().map(line -> line.split("\\|", -1)).toList();
        for (var row : rows) {
            var volunteer = row[0].strip();
            var stay = new ServiceTime.Span(at(row[1]), at(row[2]));
            var spans = counted.computeIfAbsent(volunteer, any -> new ArrayList<>());
            var days = credited.computeIfAbsent(volunteer, any -> new HashMap<>());

            var credit = ServiceTime.credit(stay, Integer.parseInt(row[3].strip()), spans, days, SHANGHAI);

            assertThat(credit).as(String.join("|", row)).isEqualTo(expected(row[4]));
            spans.add(stay);
            credit.forEach((day, minutes) -> days.merge(day, minutes, Integer::sum));
        }

        assertThat(rows).hasSize(25);
        assertThat(credited.values())
                .allSatisfy(days -> assertThat(days.values()).allMatch(minutes -> minutes <= ServiceTime.MOST_A_DAY));
    }

    private static Map<LocalDate, Integer> expected(String text) {
        var days = new TreeMap<LocalDate, Integer>();
        for (var day : text.strip().split(" ")) {
            if (!day.isEmpty()) {
                days.put(LocalDate.parse("2026-03-" + day.substring(0, 2)), Integer.valueOf(day.substring(3)));
            }
        }
        return days;
    }

    private static Instant at(String text) {
        return LocalDateTime.parse("2026-03-" + text.strip().replace(' ', 'T'))
                .atZone(SHANGHAI)
                .toInstant();
    }
}

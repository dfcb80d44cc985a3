package org.wangge.local.street.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;

/// Numbers cases by day in the order in which they were first accepted: `999999001` 20260731 0007.
final class CaseNumbers {
    private final Map<UUID, String> numbers = new HashMap<>();
    private final Map<LocalDate, Integer> counts = new TreeMap<>();
    private final String code;

    CaseNumbers(List<Docket> dockets, String code) {
        this.code = code;
        dockets.stream()
                .filter(docket -> docket.acceptedAt() != null)
                .sorted(Comparator.comparing(CaseNumbers::acceptedAt))
                .forEach(this::number);
    }

    @Nullable
    String of(Docket docket) {
        return numbers.get(docket.uuid());
    }

    Sheet counters(int streamNo) {
        var sheet = new Sheet("case_number", "stream_no, day, n");
        counts.forEach((day, count) -> sheet.row(streamNo, day, count));
        return sheet;
    }

    private void number(Docket docket) {
        var day = History.dayOf(acceptedAt(docket));
        var count = counts.merge(day, 1, Integer::sum);
        numbers.put(docket.uuid(), code + day.format(DateTimeFormatter.BASIC_ISO_DATE) + Digits.of(count, 4));
    }

    private static Instant acceptedAt(Docket docket) {
        return Objects.requireNonNull(docket.acceptedAt());
    }
}

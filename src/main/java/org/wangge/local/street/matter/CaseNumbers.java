package org.wangge.local.street.matter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;

/// Numbers cases by day in the order of their acceptance: `YX` 20260731 0007.
final class CaseNumbers {
    private final Map<UUID, String> numbers = new HashMap<>();
    private final Map<LocalDate, Integer> counts = new HashMap<>();

    CaseNumbers(List<Matter> matters) {
        matters.stream()
                .filter(matter -> matter.at(Move.ACCEPT) != null)
                .sorted(Comparator.comparing(matter -> Objects.requireNonNull(matter.at(Move.ACCEPT))))
                .forEach(this::number);
    }

    @Nullable
    String of(Matter matter) {
        return numbers.get(matter.report().id());
    }

    private void number(Matter matter) {
        var day = History.dayOf(Objects.requireNonNull(matter.at(Move.ACCEPT)));
        var count = counts.merge(day, 1, Integer::sum);
        var number = "YX" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + Digits.of(count, 4);
        numbers.put(matter.report().id(), number);
    }
}

package org.wangge.local.street.society;

import java.time.LocalDate;
import java.util.List;
import org.wangge.local.street.seed.History;

/// What was agreed on for a year: with which agency, for how many yuan, paid in three instalments, and what
/// was promised.
record Terms(int agency, String title, int amount, LocalDate fromOn, List<Promise> promises) {
    private static final int THOUSAND = 1_000;

    Terms {
        promises = List.copyOf(promises);
    }

    record Promise(String name, String unit, int target) {
        private static Promise of(String line) {
            var words = line.strip().split("\\|");
            return new Promise(words[0], words[1], Integer.parseInt(words[2]));
        }
    }

    /// A part of the amount, and when it is due.
    record Part(int amount, LocalDate dueOn) {}

    static Terms of(List<String> block, History history) {
        var words = block.getFirst().split("\\|");
        return new Terms(
                Integer.parseInt(words[0]),
                words[3],
                THOUSAND * Integer.parseInt(words[2]),
                history.startOn().plusMonths(Integer.parseInt(words[1])),
                block.stream().skip(1).map(Promise::of).toList());
    }

    LocalDate toOn() {
        return fromOn.plusYears(1);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(fromOn) && day.isBefore(toOn());
    }

    List<Part> parts() {
        var first = amount / 10 * 4;
        var second = amount / 10 * 3;
        return List.of(
                new Part(first, fromOn.plusMonths(2)),
                new Part(second, fromOn.plusMonths(7)),
                new Part(amount - first - second, toOn()));
    }
}

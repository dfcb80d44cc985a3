package org.wangge.issue.clock;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The State Council's notice of a year's holidays (放假安排通知), read from its own sentences.
record Notice(int year, Map<LocalDate, NoticeDay> days) {
    private static final Set<String> HOLIDAYS = Set.of("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");

    Notice {
        days = new TreeMap<>(days);
    }

    /// @throws WrongNotice where a line arranges days and cannot be right, or a holiday is missing
    static Notice read(String file, int year, List<String> lines) {
        var days = new TreeMap<LocalDate, NoticeDay>();
        var missing = new HashSet<>(HOLIDAYS);
        for (int i = 0; i < lines.size(); i++) {
            var plain = NoticeLine.plain(lines.get(i));
            if (NoticeLine.arranges(plain)) {
                add(line(file, i + 1, plain, year), days, missing, file, i + 1);
            }
        }
        if (!missing.isEmpty()) {
            throw new WrongNotice(file, "missing: " + missing.stream().sorted().toList());
        }
        return new Notice(year, days);
    }

    private static NoticeLine line(String file, int number, String plain, int year) {
        try {
            return NoticeLine.read(plain, year);
        } catch (IllegalArgumentException wrong) {
            throw new WrongNotice(file, number, String.valueOf(wrong.getMessage()));
        }
    }

    private static void add(
            NoticeLine line, Map<LocalDate, NoticeDay> days, Set<String> missing, String file, int number) {
        for (var holiday : line.holidays()) {
            if (!missing.remove(holiday)) {
                var reason = HOLIDAYS.contains(holiday) ? " is there twice" : " is no holiday of the country";
                throw new WrongNotice(file, number, holiday + reason);
            }
        }
        line.days().forEach((day, what) -> {
            if (days.putIfAbsent(day, what) != null) {
                throw new WrongNotice(file, number, day + " is there twice");
            }
        });
    }
}

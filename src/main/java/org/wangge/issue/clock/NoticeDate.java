package org.wangge.issue.clock;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date as notices write it: `1月1日（周四）`, after another of the same month `3日（周六）`, and where the
/// year turns `2026年12月31日`.
record NoticeDate(LocalDate day, boolean hasWeekday) {
    /// Four groups: year, month, day, what stands in brackets.
    static final String PATTERN = "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:（([^）]*)）)?";

    private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期)(.)");
    private static final String WEEKDAYS = "一二三四五六日";

    /// Reads the four groups from the first on; what is left out is as in the date before.
    ///
    /// @throws IllegalArgumentException with what is wrong
    static NoticeDate read(MatchResult match, int first, int year, @Nullable LocalDate before) {
        var day = day(match, first, year, before);
        var brackets = match.group(first + 3);
        var weekday = WEEKDAY.matcher(brackets == null ? "" : brackets);
        if (!weekday.find()) {
            return new NoticeDate(day, false);
        }
        var named = WEEKDAYS.indexOf(weekday.group(1).replace('天', '日')) + 1;
        if (named == 0 || day.getDayOfWeek() != DayOfWeek.of(named)) {
            throw new IllegalArgumentException(day + " is a 周"
                    + WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1) + ", not a " + weekday.group());
        }
        return new NoticeDate(day, true);
    }

    boolean isWeekend() {
        return isWeekend(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static LocalDate day(MatchResult match, int first, int year, @Nullable LocalDate before) {
        var month = match.group(first + 1);
        if (month == null && before == null) {
            throw new IllegalArgumentException("the month is missing in " + match.group());
        }
        var inYear = match.group(first) != null
                ? Integer.parseInt(match.group(first))
                : before == null ? year : before.getYear();
        try {
            return LocalDate.of(
                    inYear,
                    month == null && before != null ? before.getMonthValue() : Integer.parseInt(String.valueOf(month)),
                    Integer.parseInt(match.group(first + 2)));
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("there is no day " + match.group(), impossible);
        }
    }
}

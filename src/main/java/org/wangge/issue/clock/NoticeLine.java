package org.wangge.issue.clock;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of a notice that arranges a holiday, such as `元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。`
record NoticeLine(List<String> holidays, Map<LocalDate, NoticeDay> days) {
    private static final Pattern LINE = Pattern.compile("(?:[一二三四五六七八九十]+、)?(\\p{IsHan}+(?:、\\p{IsHan}+)*)：(.+)");
    private static final Pattern FREE = Pattern.compile(
            NoticeDate.PATTERN + "(?:至" + NoticeDate.PATTERN + ")?放假(?:调休)?(?:(\\d+)天)?(?:，(?:共(\\d+)天|不调休|与周末连休))*");
    private static final Pattern WORKED = Pattern.compile(NoticeDate.PATTERN);
    private static final Pattern ALL_WORKED =
            Pattern.compile(NoticeDate.PATTERN + "(?:、" + NoticeDate.PATTERN + ")*上班");
    private static final Pattern SIGNED = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日");
    private static final Pattern TELLS_OF_DAYS = Pattern.compile("[一二三四五六七八九十]+、.*|.*(?:\\d日|上班|放假\\d|共\\d+天).*");

    NoticeLine {
        holidays = List.copyOf(holidays);
        days = new LinkedHashMap<>(days);
    }

    /// As it is compared: without blanks, with the punctuation of Chinese texts.
    static String plain(String line) {
        return line.replaceAll("[\\s\\u3000\\uFEFF]", "")
                .replace('(', '（')
                .replace(')', '）')
                .replace(':', '：')
                .replace(',', '，');
    }

    /// Whether the line says something of days, and is not the prose or the date of the notice.
    static boolean arranges(String plain) {
        return !plain.startsWith("#")
                && TELLS_OF_DAYS.matcher(plain).matches()
                && !SIGNED.matcher(plain).matches();
    }

    /// @throws IllegalArgumentException with what is wrong
    static NoticeLine read(String plain, int year) {
        var line = LINE.matcher(plain);
        if (!line.matches()) {
            throw new IllegalArgumentException("no sentence like 元旦：1月1日（周四）至3日（周六）放假调休，共3天。");
        }
        var sentences = line.group(2).split("。");
        var days = new LinkedHashMap<LocalDate, NoticeDay>();
        free(sentences[0], year).forEach(day -> days.put(day, new NoticeDay(line.group(1), false)));
        for (int i = 1; i < sentences.length; i++) {
            worked(sentences[i], year).forEach(date -> add(days, date, line.group(1)));
        }
        return new NoticeLine(List.of(line.group(1).split("、")), days);
    }

    private static Stream<LocalDate> free(String sentence, int year) {
        var match = FREE.matcher(sentence);
        if (!match.matches()) {
            throw new IllegalArgumentException("no days off in: " + sentence);
        }
        var first = NoticeDate.read(match, 1, year, null).day();
        var last = match.group(7) == null
                ? first
                : NoticeDate.read(match, 5, year, first).day();
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
        var count = (int) (last.toEpochDay() - first.toEpochDay() + 1);
        requireCount(match, count);
        return first.datesUntil(last.plusDays(1));
    }

    private static void requireCount(Matcher match, int count) {
        var said = match.group(9) != null ? match.group(9) : match.group(10);
        if (said == null && count > 1) {
            throw new IllegalArgumentException("it does not say how many days these are: " + match.group());
        }
        if (said != null && Integer.parseInt(said) != count) {
            throw new IllegalArgumentException("these are " + count + " days, not " + said);
        }
    }

    private static Stream<NoticeDate> worked(String sentence, int year) {
        if (!ALL_WORKED.matcher(sentence).matches()) {
            throw new IllegalArgumentException("no days worked in: " + sentence);
        }
        return WORKED.matcher(sentence).results().map(match -> NoticeDate.read(match, 1, year, null));
    }

    private static void add(Map<LocalDate, NoticeDay> days, NoticeDate date, String holiday) {
        if (!date.hasWeekday()) {
            throw new IllegalArgumentException("the weekday is missing at " + date.day());
        }
        if (!date.isWeekend()) {
            throw new IllegalArgumentException(date.day() + " is worked anyway");
        }
        if (days.putIfAbsent(date.day(), new NoticeDay(holiday, true)) != null) {
            throw new IllegalArgumentException(date.day() + " is there twice");
        }
    }
}

package org.wangge.organisation.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much of an attendance is service (服务时长, 民函〔2012〕340号): from check-in to check-out, without the way
/// there and back, without what was counted in another activity, and at most ten hours a day. Whole minutes;
/// days are those of the subdistrict.
public final class ServiceTime {
    static final int MOST_A_DAY = 600;
    private static final int MINUTE = 60;

    private ServiceTime() {}

    /// A stretch of time.
    public record Span(Instant from, Instant to) {
        private boolean isEmpty() {
            return !from.isBefore(to);
        }
    }

    /// The minutes to be credited on each day; days without any are left out.
    ///
    /// @param travelMinutes taken from the beginning
    /// @param counted attendances that were settled before, of the same volunteer
    /// @param credited what each day has been credited already
    public static SortedMap<LocalDate, Integer> credit(
            Span stay, int travelMinutes, Collection<Span> counted, Map<LocalDate, Integer> credited, ZoneId zone) {
        var left = List.of(stay);
        for (var other : counted) {
            left = left.stream().flatMap(span -> without(span, other).stream()).toList();
        }
        var minutes = new TreeMap<LocalDate, Integer>();
        var travel = travelMinutes * (long) MINUTE;
        for (var day : seconds(left, zone).entrySet()) {
            var served = Math.max(0, day.getValue() - travel);
            travel = Math.max(0, travel - day.getValue());
            var most = MOST_A_DAY - credited.getOrDefault(day.getKey(), 0);
            var credit = (int) Math.min(served / MINUTE, most);
            if (credit > 0) {
                minutes.put(day.getKey(), credit);
            }
        }
        return minutes;
    }

    private static List<Span> without(Span span, Span other) {
        var rest = new ArrayList<Span>();
        rest.add(new Span(span.from(), earlier(span.to(), other.from())));
        rest.add(new Span(later(span.from(), other.to()), span.to()));
        rest.removeIf(Span::isEmpty);
        return rest;
    }

    private static SortedMap<LocalDate, Long> seconds(List<Span> spans, ZoneId zone) {
        var seconds = new TreeMap<LocalDate, Long>();
        for (var span : spans) {
            for (var from = span.from(); from.isBefore(span.to()); ) {
                var day = LocalDate.ofInstant(from, zone);
                var to = earlier(span.to(), day.plusDays(1).atStartOfDay(zone).toInstant());
                seconds.merge(day, Duration.between(from, to).toSeconds(), Long::sum);
                from = to;
            }
        }
        return seconds;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package org.wangge.venue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.SocietyRefusal.VenueClosed;

/// When a venue is open (开放时间), week by week; always, when nothing is said.
public record OpeningHours(List<Opening> openings) {
    private static final int MOST = 21;
    private static final int MINUTE = 60;
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String END = TIME + "|24:00";

    public OpeningHours {
        openings = List.copyOf(openings);
    }

    /// As pairs of minutes of the week.
    static OpeningHours of(Integer[] minutes) {
        var openings = new ArrayList<Opening>();
        for (int i = 0; i + 1 < minutes.length; i += 2) {
            openings.add(Opening.of(minutes[i], minutes[i + 1]));
        }
        return new OpeningHours(openings);
    }

    Integer[] minutes() {
        return inOrder(openings)
                .flatMap(opening -> Stream.of(opening.from(), opening.to()))
                .toArray(Integer[]::new);
    }

    /// Whether one opening holds all of a time.
    boolean hold(Instant from, Instant to, ZoneId zone) {
        var local = from.atZone(zone);
        var start = (local.getDayOfWeek().getValue() - 1) * Opening.DAY * MINUTE
                + local.toLocalTime().toSecondOfDay();
        var end = start + Duration.between(from, to).toSeconds();
        return openings.isEmpty()
                || openings.stream()
                        .anyMatch(opening -> opening.from() * MINUTE <= start && end <= opening.to() * MINUTE);
    }

    VenueClosed closed() {
        return new VenueClosed(inOrder(openings)
                .map(open -> new VenueClosed.Open(open.weekday().name(), open.opensAt(), open.closesAt()))
                .toList());
    }

    /// Each is well written and ends after it began, and none overlaps another.
    static Problems check(List<Opening> openings, Problems problems) {
        problems.check(openings.size() <= MOST, "opening", ProblemCode.TOO_LONG, MOST, openings.size());
        for (int i = 0; i < openings.size(); i++) {
            var one = openings.get(i);
            var path = "opening[" + i + "].";
            if (!one.opensAt().matches(TIME) || !one.closesAt().matches(END)) {
                problems.add(path + (one.opensAt().matches(TIME) ? "closesAt" : "opensAt"), ProblemCode.MALFORMED);
                return problems;
            }
            problems.check(one.from() < one.to(), path + "closesAt", ProblemCode.NOT_IN_ORDER);
        }
        return problems.check(areApart(openings), "opening", ProblemCode.DUPLICATE);
    }

    private static boolean areApart(List<Opening> openings) {
        var ordered = inOrder(openings).toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).from() < ordered.get(i - 1).to()) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Opening> inOrder(List<Opening> openings) {
        return openings.stream().sorted(Comparator.comparingInt(Opening::from));
    }
}

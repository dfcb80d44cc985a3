package org.wangge.local.street.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;

/// When matters are reported: more on weekdays and by day, slowly more over the months, and most
/// in the last three weeks, when the whole team goes from door to door.
public final class Arrivals {
    private static final int CAMPAIGN_DAYS = 21;
    private static final double CAMPAIGN = 5;
    /// One letter for each hour, `a` for midnight, as often as people report in it.
    private static final String HOURS = "abghhiiijjjjjkkkklllmmmnnooopppppqqqqrrrsstttuuuuvvvvwwwxx";

    private final History history;
    private final double[] until;

    private Arrivals(History history) {
        this.history = history;
        this.until = new double[history.days()];
        var sum = 0.0;
        for (var day = 0; day < until.length; day++) {
            sum += weight(day);
            until[day] = sum;
        }
    }

    /// In their order.
    public static List<Instant> of(int count, History history) {
        var arrivals = new Arrivals(history);
        return IntStream.range(0, count)
                .mapToObj(number -> arrivals.draw(Dice.named("arrival", number)))
                .sorted()
                .toList();
    }

    private double weight(int day) {
        var growth = 0.8 + 0.4 * day / until.length;
        var campaign = day >= until.length - CAMPAIGN_DAYS ? CAMPAIGN : 1;
        return growth * campaign * weekday(history.startOn().plusDays(day));
    }

    private static double weekday(LocalDate on) {
        return switch (on.getDayOfWeek()) {
            case MONDAY -> 1.3;
            case SATURDAY -> 0.65;
            case SUNDAY -> 0.55;
            case TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 1.1;
        };
    }

    private Instant draw(Dice dice) {
        var found = Arrays.binarySearch(until, dice.share() * until[until.length - 1]);
        var day = found < 0 ? -found - 1 : found;
        var hour = HOURS.charAt(dice.below(HOURS.length())) - 'a';
        return History.at(history.startOn().plusDays(day), hour * 3600 + dice.below(3600));
    }
}

package org.wangge.local.street.life;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wangge.issue.clock.DuePoint;
import org.wangge.local.street.matter.Category;
import org.wangge.local.street.matter.Report;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;

/// What is still to come of a case, act by act, until history ends.
final class Script {
    private static final double LATE = 0.04;
    /// Enough for what is done one thing after the other.
    private static final Duration LEEWAY = Duration.ofHours(1);

    final Docket docket;
    final Category category;
    final Staff staff;
    final Phrases words;
    final Dice dice;
    private final Limits limits;
    private final Deque<Act> acts = new ArrayDeque<>();

    Script(Docket docket, Category category, Staff staff, Phrases words, Dice dice, Limits limits) {
        this.docket = docket;
        this.category = category;
        this.staff = staff;
        this.words = words;
        this.dice = dice;
        this.limits = limits;
    }

    /// Something that is done at a time, which follows from what was done before.
    private record Act(Supplier<Instant> when, Consumer<Instant> what, boolean isTimer) {}

    Report report() {
        return docket.report();
    }

    void then(Supplier<Instant> when, Consumer<Instant> what) {
        acts.add(new Act(when, what, false));
    }

    /// What nobody did in time: the clock does it.
    void timed(Supplier<Instant> when, Consumer<Instant> what) {
        acts.add(new Act(when, what, true));
    }

    /// Nothing is done at the same time as what it follows, and nothing so late that there would have
    /// been a card for it.
    Docket play(History history) {
        while (!acts.isEmpty()) {
            var act = acts.poll();
            var earliest = docket.updatedAt().plusSeconds(dice.between(20, 200));
            var wanted = (act.isTimer ? act.when.get() : beforeCards(act.when.get())).truncatedTo(ChronoUnit.SECONDS);
            var at = wanted.isBefore(earliest) ? earliest : wanted;
            if (!at.isBefore(history.endAt())) {
                break;
            }
            act.what.accept(at);
        }
        return docket;
    }

    private Instant beforeCards(Instant wanted) {
        return docket.nextCardAt()
                .map(card -> card.minus(LEEWAY))
                .filter(wanted::isAfter)
                .orElse(wanted);
    }

    /// Mostly before the point is due; four in a hundred miss it, by less than a working day.
    Instant within(DuePoint point) {
        var timer = docket.timer(point);
        var isLate = dice.chance(LATE);
        var share = dice.share();
        return isLate ? late(timer, share) : timer.after(part(timer.whole(), 0.25 + 0.65 * share));
    }

    /// Between now and the due time of the point, or soon when that is over.
    Instant before(DuePoint point, double least, double most) {
        var timer = docket.timer(point);
        var left = limits.between(timer.policy.isWorking(), docket.updatedAt(), timer.dueAt());
        var share = least + (most - least) * dice.share();
        return left.isZero()
                ? soon(5, 40)
                : limits.plus(timer.policy.isWorking(), docket.updatedAt(), part(left, share));
    }

    /// As `before`, but some miss it.
    Instant atLast(DuePoint point) {
        return dice.chance(LATE) ? late(docket.timer(point), dice.share()) : before(point, 0.3, 0.9);
    }

    Instant soon(int leastMinutes, int mostMinutes) {
        return docket.updatedAt().plusSeconds(60L * dice.between(leastMinutes, mostMinutes) + dice.below(60));
    }

    /// So many minutes of working time from now.
    Instant inOffice(int leastMinutes, int mostMinutes) {
        var minutes = dice.between(leastMinutes, mostMinutes);
        return limits.plus(true, docket.updatedAt(), Duration.ofMinutes(minutes))
                .plusSeconds(dice.below(60));
    }

    private Instant late(Timer timer, double share) {
        var most = timer.whole().compareTo(limits.day()) < 0 ? timer.whole() : limits.day();
        return limits.plus(timer.policy.isWorking(), timer.dueAt(), part(most, 0.05 + 0.8 * share));
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofSeconds((long) (whole.toSeconds() * share));
    }
}

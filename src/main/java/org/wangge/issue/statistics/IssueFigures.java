package org.wangge.issue.statistics;

import org.jspecify.annotations.Nullable;

/// The figures of a grid and all below, or of one part of it, as they are told to whoever asks.
record IssueFigures(Tally tally, Veil veil, HandlingTime measured) {
    /// What nobody has been answered about (件件有着落).
    record Unanswered(
            @Nullable Integer closedWithoutReply, @Nullable Integer overdueUnreplied) {}

    @Nullable
    Integer reported() {
        return count(Figure.REPORTED);
    }

    @Nullable
    Integer accepted() {
        return count(Figure.ACCEPTED);
    }

    @Nullable
    Integer dueToClose() {
        return veil.count(tally.of(Figure.CLOSED).whole());
    }

    @Nullable
    Integer closed() {
        return count(Figure.CLOSED);
    }

    @Nullable
    Integer movedAway() {
        return count(Figure.MOVED_AWAY);
    }

    @Nullable
    Integer movedHere() {
        return count(Figure.MOVED_HERE);
    }

    Rate validReportRate() {
        return rate(Figure.VALID);
    }

    Rate closeRate() {
        return rate(Figure.CLOSED);
    }

    Rate onTimeCloseRate() {
        return rate(Figure.CLOSED_ON_TIME);
    }

    Rate dispatchAccuracy() {
        return rate(Figure.WELL_DISPATCHED);
    }

    Rate reworkRate() {
        return rate(Figure.REWORKED);
    }

    Rate overdueRate() {
        return rate(Figure.OVERDUE);
    }

    Rate duplicateRate() {
        return rate(Figure.MERGED);
    }

    Rate reopenRate() {
        return rate(Figure.REOPENED);
    }

    Rate responseRate() {
        return veil.rateOfMany(tally.of(Figure.CONTACTED_IN_TIME));
    }

    Rate resolutionRate() {
        return veil.rateOfMany(tally.of(Figure.RESOLVED));
    }

    Rate satisfactionRate() {
        return veil.rateOfMany(tally.of(Figure.SATISFIED));
    }

    Rate proactiveRate() {
        return rate(Figure.PROACTIVE);
    }

    Rate ledgerFreshness() {
        return rate(Figure.FRESH);
    }

    /// Grids are no people: there is nobody to be known by it.
    Rate staffedGridRate() {
        return Veil.NONE.rate(tally.of(Figure.STAFFED));
    }

    Rate fiveSeesRate() {
        return rate(Figure.FIVE_SEEN);
    }

    HandlingTime handling() {
        return veil.time(measured);
    }

    Unanswered unanswered() {
        return new Unanswered(count(Figure.CLOSED_WITHOUT_REPLY), count(Figure.OVERDUE_UNREPLIED));
    }

    private @Nullable Integer count(Figure figure) {
        return veil.count(tally.of(figure).part());
    }

    private Rate rate(Figure figure) {
        return veil.rate(tally.of(figure));
    }
}

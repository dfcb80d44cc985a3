package org.wangge.issue.statistics;

import org.jspecify.annotations.Nullable;

/// The figures of a grid and all below, or of one part of it, as they are told to whoever asks.
record IssueFigures(Tally tally, Veil veil, HandlingTime measured) {
    /// What nobody has been answered about (件件有着落).
    record Unanswered(
            @Nullable Integer closedWithoutReply, @Nullable Integer overdueUnreplied) {}

    public @Nullable Integer reported() {
        return count(Figure.REPORTED);
    }

    public @Nullable Integer accepted() {
        return count(Figure.ACCEPTED);
    }

    public @Nullable Integer dueToClose() {
        return veil.count(tally.of(Figure.CLOSED).whole());
    }

    public @Nullable Integer closed() {
        return count(Figure.CLOSED);
    }

    public @Nullable Integer movedAway() {
        return count(Figure.MOVED_AWAY);
    }

    public @Nullable Integer movedHere() {
        return count(Figure.MOVED_HERE);
    }

    public @Nullable Integer solvedInCouncil() {
        return count(Figure.SOLVED_IN_COUNCIL);
    }

    public Rate validReportRate() {
        return rate(Figure.VALID);
    }

    public Rate closeRate() {
        return rate(Figure.CLOSED);
    }

    public Rate onTimeCloseRate() {
        return rate(Figure.CLOSED_ON_TIME);
    }

    public Rate dispatchAccuracy() {
        return rate(Figure.WELL_DISPATCHED);
    }

    public Rate reworkRate() {
        return rate(Figure.REWORKED);
    }

    public Rate overdueRate() {
        return rate(Figure.OVERDUE);
    }

    public Rate duplicateRate() {
        return rate(Figure.MERGED);
    }

    public Rate reopenRate() {
        return rate(Figure.REOPENED);
    }

    public Rate responseRate() {
        return veil.rateOfMany(tally.of(Figure.CONTACTED_IN_TIME));
    }

    public Rate resolutionRate() {
        return veil.rateOfMany(tally.of(Figure.RESOLVED));
    }

    public Rate satisfactionRate() {
        return veil.rateOfMany(tally.of(Figure.SATISFIED));
    }

    public Rate proactiveRate() {
        return rate(Figure.PROACTIVE);
    }

    public Rate ledgerFreshness() {
        return rate(Figure.FRESH);
    }

    /// Grids are no people: there is nobody to be known by it.
    public Rate staffedGridRate() {
        return Veil.NONE.rate(tally.of(Figure.STAFFED));
    }

    public Rate fiveSeesRate() {
        return rate(Figure.FIVE_SEEN);
    }

    public HandlingTime handling() {
        return veil.time(measured);
    }

    public Unanswered unanswered() {
        return new Unanswered(count(Figure.CLOSED_WITHOUT_REPLY), count(Figure.OVERDUE_UNREPLIED));
    }

    private @Nullable Integer count(Figure figure) {
        return veil.count(tally.of(figure).part());
    }

    private Rate rate(Figure figure) {
        return veil.rate(tally.of(figure));
    }
}

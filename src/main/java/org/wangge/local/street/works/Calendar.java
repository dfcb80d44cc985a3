package org.wangge.local.street.works;

import java.time.Instant;
import java.time.LocalDate;
import org.wangge.local.street.seed.History;

/// The year of a round of projects: wishes are collected, put on the short list, and voted on.
record Calendar(History history) {
    private static final int COLLECTING = 30;
    private static final int BALLOT = 75;
    private static final int VOTING = 7;
    private static final int MORNING = 36_000;

    /// Of a project by its place in the list.
    Instant collectedAt(int number) {
        return History.at(history.startOn().plusDays(COLLECTING + number), MORNING + 60 * number);
    }

    /// Of one that came too late for the round.
    Instant collectedLate() {
        return History.at(history.today().minusDays(16), MORNING);
    }

    Instant shortlistedAt(int number) {
        return History.at(day(BALLOT - 5), MORNING + 60 * number);
    }

    Instant opensAt() {
        return History.at(day(BALLOT), MORNING);
    }

    Instant closesAt() {
        return History.at(day(BALLOT + VOTING), MORNING);
    }

    Instant recommendedAt() {
        return closesAt().plusSeconds(1_800);
    }

    Instant approvedAt(int number) {
        return History.at(day(BALLOT + 15), MORNING + 60 * number);
    }

    LocalDate beginsOn(int number) {
        return day(BALLOT + 30 + number);
    }

    /// Of what is still being built: its second stage began last week.
    LocalDate begunLately(int stageDays) {
        return history.today().minusDays(stageDays + 7L);
    }

    private LocalDate day(int number) {
        return history.startOn().plusDays(number);
    }
}

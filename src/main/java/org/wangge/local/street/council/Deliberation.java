package org.wangge.local.street.council;

import java.time.Duration;
import java.time.Instant;
import org.wangge.local.street.life.Deferral;
import org.wangge.local.street.seed.History;

/// When a case that was put off was deliberated on: brought up the same day, met about in the evening after
/// three full days, open to objections for five, and taken up again with that.
record Deliberation(Deferral deferral) {
    private static final int EVENING = 19 * 3600;
    private static final Duration NOTICE = Duration.ofDays(3);
    private static final Duration OPEN = Duration.ofDays(5);
    private static final Duration DONE = Duration.ofHours(20);
    private static final Duration TOLD = Duration.ofHours(30);

    Instant proposedAt() {
        return deferral.since().plus(Duration.ofMinutes(40));
    }

    Instant acceptedAt() {
        return proposedAt().plus(Duration.ofMinutes(35));
    }

    Instant noticedAt() {
        return acceptedAt().plus(Duration.ofMinutes(15));
    }

    Instant meetsAt() {
        var day = History.dayOf(noticedAt().plus(NOTICE));
        var evening = History.at(day, EVENING);
        return evening.isBefore(noticedAt().plus(NOTICE)) ? History.at(day.plusDays(1), EVENING) : evening;
    }

    Instant adoptedAt() {
        return meetsAt().plus(Duration.ofMinutes(70));
    }

    Instant publicUntil() {
        return adoptedAt().plus(OPEN);
    }

    /// The clock goes on with the case a second later.
    Instant startedAt() {
        return deferral.until().minusSeconds(1);
    }

    Instant doneAt() {
        return deferral.closedAt().plus(DONE);
    }

    Instant fedBackAt() {
        return deferral.closedAt().plus(TOLD);
    }

    /// Whether it lies in a courtyard, and there was the time for all that.
    boolean fits(History history) {
        return deferral.report().site().spot() != null
                && !startedAt().isBefore(publicUntil().plusSeconds(60))
                && fedBackAt().isBefore(history.endAt());
    }
}

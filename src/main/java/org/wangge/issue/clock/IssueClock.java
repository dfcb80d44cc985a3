package org.wangge.issue.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;

/// One due point (时限) of a round of an issue, and what became of it.
///
/// @param no counts the times that the point was started in the round, from 1
/// @param isWorking whether only working time counts
/// @param dueAt as it is now, with pauses, extensions and changes
/// @param originalDueAt by the policy alone
/// @param breachedAt the due time that was missed; it stays, whatever happens later
/// @param pausedSince null while it runs
/// @param paused how long it stood still by the clock on the wall, without the pause it is in
public record IssueClock(
        UUID id,
        IssueId issueId,
        int round,
        DuePoint point,
        int no,
        boolean isWorking,
        Instant startedAt,
        Instant dueAt,
        Instant originalDueAt,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant breachedAt,
        @Nullable Instant pausedSince,
        Duration paused) {
    public IssueClock {
        dueAt = dueAt.truncatedTo(ChronoUnit.MICROS);
        originalDueAt = originalDueAt.truncatedTo(ChronoUnit.MICROS);
    }

    public boolean isOpen() {
        return metAt == null && cancelledAt == null;
    }

    public boolean isPaused() {
        return pausedSince != null;
    }

    IssueClock due(Instant at) {
        return with(isWorking, at, originalDueAt, breachedAt);
    }

    IssueClock by(boolean inWorkingTime, Instant original) {
        return with(inWorkingTime, dueAt, original, breachedAt);
    }

    IssueClock missed() {
        return with(isWorking, dueAt, originalDueAt, dueAt);
    }

    private IssueClock with(boolean inWorkingTime, Instant due, Instant original, @Nullable Instant breached) {
        return new IssueClock(
                id,
                issueId,
                round,
                point,
                no,
                inWorkingTime,
                startedAt,
                due,
                original,
                metAt,
                cancelledAt,
                breached,
                pausedSince,
                paused);
    }

    /// By the id alone: clocks are keys of batches.
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

package org.wangge.local.street.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.clock.DuePoint;

/// One due point of a round, as a row of `issue_clock`.
final class Timer {
    final UUID id;
    final int round;
    final DuePoint point;
    final int no;
    final Limits.Policy policy;
    final Instant startedAt;
    final Instant originalDueAt;
    final List<Stop> stops = new ArrayList<>();
    private Instant dueAt;
    private boolean isAgreed;

    private @Nullable Instant metAt;

    private @Nullable Instant cancelledAt;

    private @Nullable Instant breachedAt;

    private @Nullable Instant pausedSince;

    private final Limits limits;

    Timer(UUID id, int round, DuePoint point, int no, Limits.Policy policy, Instant startedAt, Limits limits) {
        this.id = id;
        this.round = round;
        this.point = point;
        this.no = no;
        this.policy = policy;
        this.startedAt = startedAt;
        this.limits = limits;
        this.dueAt = limits.plus(policy.isWorking(), startedAt, limits.length(policy));
        this.originalDueAt = dueAt;
    }

    /// A time in which it stood still.
    record Stop(Instant since, Instant until) {}

    boolean isOpen() {
        return metAt == null && cancelledAt == null;
    }

    boolean isRunning() {
        return isOpen() && pausedSince == null;
    }

    long pausedMillis() {
        return stops.stream()
                .mapToLong(stop -> Duration.between(stop.since, stop.until).toMillis())
                .sum();
    }

    void meet(Instant now) {
        end(now);
        metAt = now;
    }

    void cancel(Instant now) {
        end(now);
        cancelledAt = now;
    }

    void pause(Instant now) {
        breach(now);
        pausedSince = now;
    }

    /// What was left when it was stopped is left again.
    void resume(Instant now) {
        var since = pausedSince;
        if (since == null) {
            return;
        }
        stops.add(new Stop(since, now));
        pausedSince = null;
        if (dueAt.isAfter(since)) {
            dueAt = limits.plus(policy.isWorking(), now, limits.between(policy.isWorking(), since, dueAt));
        }
    }

    void postpone(Instant until) {
        dueAt = until;
        isAgreed = true;
    }

    /// Somebody is told of it when it is over, whoever still works on it.
    void ring(Instant now) {
        if (isRunning() && !now.isBefore(dueAt) && breachedAt == null) {
            breachedAt = dueAt;
        }
    }

    /// After so much of the time that it counts.
    Instant after(Duration active) {
        var from = startedAt;
        var left = active;
        for (var stop : stops) {
            var run = limits.between(policy.isWorking(), from, stop.since);
            if (run.compareTo(left) >= 0) {
                break;
            }
            left = left.minus(run);
            from = stop.until;
        }
        return limits.plus(policy.isWorking(), from, left);
    }

    /// All the time that it counts until it is due.
    Duration whole() {
        var whole = limits.between(policy.isWorking(), startedAt, dueAt);
        for (var stop : stops) {
            whole = whole.minus(limits.between(policy.isWorking(), stop.since, stop.until));
        }
        return whole;
    }

    /// So many working days after it was due.
    Instant overdue(int days) {
        return limits.plus(true, dueAt, limits.day().multipliedBy(days));
    }

    private void end(Instant now) {
        breach(pausedSince == null ? now : pausedSince);
        if (pausedSince != null) {
            stops.add(new Stop(pausedSince, now));
            pausedSince = null;
        }
    }

    private void breach(Instant now) {
        if (breachedAt == null && now.isAfter(dueAt)) {
            breachedAt = dueAt;
        }
    }

    @Nullable
    Instant breachedAt() {
        return breachedAt;
    }

    void breachedAt(@Nullable Instant value) {
        breachedAt = value;
    }

    @Nullable
    Instant cancelledAt() {
        return cancelledAt;
    }

    void cancelledAt(@Nullable Instant value) {
        cancelledAt = value;
    }

    Instant dueAt() {
        return dueAt;
    }

    void dueAt(Instant value) {
        dueAt = value;
    }

    boolean isAgreed() {
        return isAgreed;
    }

    void isAgreed(boolean value) {
        isAgreed = value;
    }

    @Nullable
    Instant metAt() {
        return metAt;
    }

    void metAt(@Nullable Instant value) {
        metAt = value;
    }

    @Nullable
    Instant pausedSince() {
        return pausedSince;
    }

    void pausedSince(@Nullable Instant value) {
        pausedSince = value;
    }
}

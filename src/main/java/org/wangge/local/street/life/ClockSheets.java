package org.wangge.local.street.life;

import java.time.Instant;
import java.util.List;
import org.wangge.issue.clock.Threshold;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;

/// Writes the due points of cases, and the alarms of those that still run: what has rung by the end of
/// history does not ring again. Alarms of clocks that have ended tell nobody anything and are left out.
final class ClockSheets {
    private final Sheet clocks = new Sheet(
            "issue_clock",
            "id, issue_id, round, point, no, policy_id, is_working, started_at, reckoned_at, due_at, original_due_at,"
                    + " is_agreed, met_at, cancelled_at, breached_at, paused_since, paused_ms");
    private final Sheet pauses = new Sheet("issue_clock_pause", "clock_id, since, until");
    private final Sheet alarms = new Sheet("issue_alarm", "clock_id, threshold, fire_at, fired_at, scan_at");
    private final Instant endAt;

    private ClockSheets(Instant endAt) {
        this.endAt = endAt;
    }

    static List<Sheet> of(List<Docket> dockets, History history) {
        var sheets = new ClockSheets(history.endAt());
        dockets.forEach(docket -> docket.timers.forEach(timer -> sheets.write(docket, timer)));
        return List.of(sheets.clocks, sheets.pauses, sheets.alarms);
    }

    private void write(Docket docket, Timer timer) {
        timer.ring(endAt);
        clocks.cells(timer.id, docket.uuid(), timer.round, timer.point, timer.no)
                .cells(timer.policy.id(), timer.policy.isWorking())
                .cells(timer.startedAt, timer.startedAt, timer.dueAt(), timer.originalDueAt, timer.isAgreed())
                .cells(timer.metAt(), timer.cancelledAt(), timer.breachedAt())
                .cells(timer.pausedSince(), timer.pausedMillis())
                .end();
        timer.stops.forEach(stop -> pauses.row(timer.id, stop.since(), stop.until()));
        if (timer.isOpen()) {
            List.of(Threshold.values()).forEach(threshold -> alarm(timer, threshold));
        }
    }

    private void alarm(Timer timer, Threshold threshold) {
        var fireAt = at(timer, threshold);
        var last = timer.pausedSince() == null ? endAt : timer.pausedSince();
        var hasFired = !fireAt.isAfter(last);
        alarms.row(
                timer.id,
                threshold,
                fireAt,
                hasFired ? fireAt : null,
                hasFired || timer.pausedSince() != null ? null : fireAt);
    }

    private static Instant at(Timer timer, Threshold threshold) {
        return switch (threshold) {
            case HALF -> timer.after(timer.whole().dividedBy(2));
            case MOST -> timer.after(timer.whole().multipliedBy(4).dividedBy(5));
            case DUE -> timer.dueAt();
            case PLUS_1 -> timer.overdue(1);
            case PLUS_5 -> timer.overdue(5);
        };
    }
}

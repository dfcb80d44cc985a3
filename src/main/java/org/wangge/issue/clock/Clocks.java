package org.wangge.issue.clock;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Starts, meets and moves the clocks (时限) of issues, within the transaction of the command that
/// does it. Whoever calls holds the row of the issue, so that the scan stays away from it.
@Component
public class Clocks {
    private static final Set<DuePoint> ALL = EnumSet.allOf(DuePoint.class);

    private final IssueClocks clocks;
    private final ClockEnds ends;
    private final Alarms alarms;
    private final Policies policies;
    private final WorkDays days;

    Clocks(IssueClocks clocks, ClockEnds ends, Alarms alarms, Policies policies, WorkDays days) {
        this.clocks = clocks;
        this.ends = ends;
        this.alarms = alarms;
        this.policies = policies;
        this.days = days;
    }

    /// Starts a point of the issue's round, once more if it was started before, with its alarms.
    public Mono<Void> start(Issue issue, DuePoint point, Instant now) {
        return allowance(issue, point).flatMap(allowance -> clocks.insert(issue, allowance, now));
    }

    /// When the point would be due, were it started; empty when no policy knows of it.
    public Mono<Instant> dueAt(Issue issue, DuePoint point, Instant now) {
        return allowance(issue, point).map(allowance -> allowance.dueAt(now));
    }

    /// Ends what is open of the points; met after its due time it is breached at that.
    public Mono<Void> meet(IssueId id, int round, Set<DuePoint> points, Instant now) {
        return ends.meet(id.value(), round, points, now).then();
    }

    /// Ends what is open of the points, of all when there are none; a breach is kept.
    public Mono<Void> cancel(IssueId id, int round, Set<DuePoint> points, Instant now) {
        return ends.cancel(id.value(), round, allIfNone(points), now).then();
    }

    /// Lets what runs of the points stand still, all of it when there are none; it tells nobody anything.
    public Mono<Void> pause(IssueId id, int round, Set<DuePoint> points, Instant now) {
        return ends.pause(id.value(), round, allIfNone(points), now).then();
    }

    /// Lets what stands still of the points run again, all of it when there are none: each is due
    /// after what was left, in its own time.
    public Mono<Void> resume(IssueId id, int round, Set<DuePoint> points, Instant now) {
        return ends.endPauses(id.value(), round, allIfNone(points), now)
                .filter(resumed -> !resumed.isEmpty())
                .flatMap(resumed -> change(id, round, allIfNone(points), (open, office) -> {
                    var since = resumed.get(open.id());
                    return since == null ? open : open.movedOn(since, office, now);
                }));
    }

    /// Lets a point be due later than it was; an earlier time changes nothing, and what was missed
    /// before stays missed.
    public Mono<Void> postpone(IssueId id, int round, DuePoint point, Instant dueAt, Instant now) {
        return change(
                id,
                round,
                Set.of(point),
                (open, office) ->
                        dueAt.isAfter(open.clock().dueAt()) ? open.missed(now).agreed(dueAt) : open);
    }

    /// Lets a point be due earlier than it was; a later time changes nothing.
    public Mono<Void> bringForward(IssueId id, int round, DuePoint point, Instant dueAt, Instant now) {
        return change(
                id,
                round,
                Set.of(point),
                (open, office) ->
                        dueAt.isBefore(open.clock().dueAt()) ? open.missed(now).agreed(dueAt) : open);
    }

    /// Reckons what is open of the issue's round anew, from its start and with its pauses, by the
    /// policies that fit the issue now. What people agreed on is void by it.
    public Mono<Void> adjust(Issue issue, Instant now) {
        return policies.fitting(issue, ALL)
                .flatMap(fitting -> change(issue.id(), issue.round(), ALL, (open, office) -> {
                    var policy = fitting.get(open.clock().point());
                    return policy == null ? open : open.missed(now).anew(policy, office);
                }));
    }

    /// The latest time to which a point can be postponed: twice as long as it had, unless the policy
    /// says otherwise. Empty when the point is not open.
    public Mono<Instant> latest(IssueId id, int round, DuePoint point) {
        return clocks.open(id.value(), round, Set.of(point))
                .next()
                .flatMap(open -> policies.of(open.id())
                        .zipWith(days.officeOf(id), (policy, office) -> open.latest(policy, office)));
    }

    /// All clocks of a round, in the order in which they were started.
    public Flux<IssueClock> of(IssueId id, int round) {
        return clocks.of(List.of(new IssueClocks.Round(id.value(), round)));
    }

    private Mono<Allowance> allowance(Issue issue, DuePoint point) {
        return policies.fitting(issue, List.of(point))
                .mapNotNull(fitting -> fitting.get(point))
                .zipWith(days.officeAt(issue.gridKey()), Allowance::new);
    }

    private static Collection<DuePoint> allIfNone(Set<DuePoint> points) {
        return points.isEmpty() ? ALL : points;
    }

    /// Writes what changes, and sets the alarms of what runs of it.
    private Mono<Void> change(
            IssueId id, int round, Collection<DuePoint> points, BiFunction<OpenClock, OfficeHours, OpenClock> change) {
        return days.officeOf(id)
                .flatMap(office -> clocks.open(id.value(), round, points)
                        .mapNotNull(open -> changed(open, change.apply(open, office)))
                        .collectList()
                        .flatMap(changed -> write(changed, office)));
    }

    private static @Nullable OpenClock changed(OpenClock before, OpenClock after) {
        return after == before ? null : after;
    }

    private Mono<Void> write(List<OpenClock> changed, OfficeHours office) {
        var running = changed.stream()
                .filter(OpenClock::isRunning)
                .flatMap(open -> open.alarms(office).stream())
                .toList();
        return clocks.write(changed).then(alarms.set(running)).then();
    }
}

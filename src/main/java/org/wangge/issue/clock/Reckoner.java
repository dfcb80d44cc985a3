package org.wangge.issue.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reckons the open clocks of issues by the policies and the calendar as they are now.
@Component
class Reckoner {
    private static final Set<DuePoint> ALL = EnumSet.allOf(DuePoint.class);

    private final Issues issues;
    private final IssueClocks clocks;
    private final Alarms alarms;
    private final Policies policies;
    private final WorkDays days;

    Reckoner(Issues issues, IssueClocks clocks, Alarms alarms, Policies policies, WorkDays days) {
        this.issues = issues;
        this.clocks = clocks;
        this.alarms = alarms;
        this.policies = policies;
        this.days = days;
    }

    /// Of issues of one subdistrict; those of which a due time is another now.
    Mono<List<Issue>> reckon(Collection<UUID> ids, GridKey subdistrict, Instant now) {
        return issues.all(ids, IssueSight.of(Scope.everywhere()))
                .collectList()
                .zipWith(clocks.openOf(ids)
                        .collectMultimap(open -> open.clock().issueId().value()))
                .zipWith(days.officeAt(subdistrict))
                .flatMap(found -> reckon(found.getT1().getT1(), found.getT1().getT2(), found.getT2(), now));
    }

    private Mono<List<Issue>> reckon(
            List<Issue> found, Map<UUID, Collection<OpenClock>> open, OfficeHours office, Instant now) {
        return Flux.fromIterable(found)
                .concatMap(issue -> policies.fitting(issue, ALL)
                        .map(fitting ->
                                new Round(issue, List.copyOf(open.getOrDefault(issue.uuid(), List.of())), fitting)))
                .collectList()
                .flatMap(rounds -> write(rounds, office, now));
    }

    private Mono<List<Issue>> write(List<Round> rounds, OfficeHours office, Instant now) {
        List<OpenClock> after = new ArrayList<>();
        List<Issue> changed = new ArrayList<>();
        for (var round : rounds) {
            var reckoned = round.reckoned(office, now);
            after.addAll(reckoned);
            if (round.differs(reckoned)) {
                changed.add(round.issue());
            }
        }
        var running = after.stream()
                .filter(OpenClock::isRunning)
                .flatMap(open -> open.alarms(office).stream())
                .toList();
        return clocks.write(after).then(alarms.set(running)).thenReturn(changed);
    }

    /// What is open of an issue, and what fits it now.
    private record Round(Issue issue, List<OpenClock> open, Map<DuePoint, Policy> fitting) {
        List<OpenClock> reckoned(OfficeHours office, Instant now) {
            return open.stream()
                    .map(clock -> {
                        var policy = fitting.get(clock.clock().point());
                        return policy == null ? clock : clock.missed(now).after(policy, office, now);
                    })
                    .toList();
        }

        boolean differs(List<OpenClock> reckoned) {
            return !times(open).equals(times(reckoned));
        }

        private static List<Instant> times(List<OpenClock> clocks) {
            return clocks.stream().map(each -> each.clock().dueAt()).toList();
        }
    }
}

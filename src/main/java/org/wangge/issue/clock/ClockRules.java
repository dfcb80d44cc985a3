package org.wangge.issue.clock;

import static org.wangge.issue.clock.ClockChange.Cause.POLICY;
import static org.wangge.issue.clock.ClockChange.Cause.WORK_DAY;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.wangge.grid.GridKey;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Writes a subdistrict's own rules, and notes that its open issues have to be reckoned anew.
@Component
class ClockRules {
    private final SlaPolicies policies;
    private final OwnDays days;
    private final ClockChanges changes;

    ClockRules(SlaPolicies policies, OwnDays days, ClockChanges changes) {
        this.policies = policies;
        this.days = days;
        this.changes = changes;
    }

    Mono<SlaPolicy> change(ChangeSlaPolicyInput input, GridKey grid, String actor, Instant now, Instant beginsAt) {
        return isKnown(input)
                .then(policies.version(grid, input))
                .doOnNext(current -> requireVersion(input.expectedVersion(), current))
                .then(policies.put(grid, input, actor, now))
                .switchIfEmpty(Mono.defer(
                        () -> policies.version(grid, input).map(current -> stale(input.expectedVersion(), current))))
                .delayUntil(policy -> changes.note(grid, POLICY, now, beginsAt));
    }

    Mono<OwnDay> change(ChangeWorkDayInput input, GridKey grid, String actor, Instant now, Instant beginsAt) {
        return days.version(grid, input.day())
                .doOnNext(current -> requireVersion(input.expectedVersion(), current))
                .then(days.put(grid, input, actor, now))
                .switchIfEmpty(Mono.defer(
                        () -> days.version(grid, input.day()).map(current -> stale(input.expectedVersion(), current))))
                .delayUntil(day -> changes.note(grid, WORK_DAY, now, beginsAt));
    }

    private Mono<Boolean> isKnown(ChangeSlaPolicyInput input) {
        return input.category() == null
                ? Mono.just(true)
                : policies.knowsCategory(input.category())
                        .doOnNext(known -> new Problems()
                                .check(known, "category", ProblemCode.UNKNOWN)
                                .refuseIfAny());
    }

    private static void requireVersion(int expected, int current) {
        if (expected != current) {
            throw new Refused(new Refusal.StaleVersion(expected, current));
        }
    }

    /// Somebody else was faster.
    private static <T> T stale(int expected, int current) {
        throw new Refused(new Refusal.StaleVersion(expected, current));
    }
}

package org.wangge.issue.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.Scope;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Who says whom issues go to: whoever is at the dispatch post, and who leads the subdistrict.
@Service
class RoutingService {
    private final Commands commands;
    private final DispatchRules rules;
    private final RoutingReferences references;
    private final Clock clock;

    RoutingService(Commands commands, DispatchRules rules, RoutingReferences references, Clock clock) {
        this.commands = commands;
        this.rules = rules;
        this.references = references;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, also for whom nothing in that grid can be given to
    Mono<Outcome> set(SetDispatchRuleInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var work = references
                .of(input, own(viewer), LocalDate.ofInstant(now, clock.getZone()))
                .flatMap(grid -> rules.set(input, grid, viewer.actor(), now))
                .map(id -> Done.quietly(id, 1));
        return commands.once(new Command(viewer.actor(), input.key(), "setDispatchRule", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION when it was ended before
    Mono<Outcome> end(EndDispatchRuleInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var own = own(viewer);
        var work = current(input, own)
                .filterWhen(rule -> rules.end(rule, viewer.actor(), now))
                .switchIfEmpty(Mono.defer(() -> current(input, own)))
                .map(rule -> Done.quietly(rule.id().value(), rule.version() + 1));
        return commands.once(new Command(viewer.actor(), input.key(), "endDispatchRule", input), now, work);
    }

    private Mono<DispatchRule> current(EndDispatchRuleInput input, Scope own) {
        return rules.find(input.ruleId(), own)
                .switchIfEmpty(Mono.error(() -> Problems.single("ruleId", ProblemCode.UNKNOWN)))
                .doOnNext(rule -> requireCurrent(rule, input.expectedVersion()));
    }

    private static Scope own(Viewer viewer) {
        return viewer.require(Right.ROUTE).scope(Right.ROUTE);
    }

    private static void requireCurrent(DispatchRule rule, int expected) {
        if (rule.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, rule.version()));
        }
        if (!rule.isActive()) {
            throw Problems.single("ruleId", ProblemCode.SAME_AS_BEFORE);
        }
    }
}

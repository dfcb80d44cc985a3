package org.wangge.issue.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// Changes what clocks are reckoned by: in the subdistrict that one leads, and from a little later
/// on for the issues that are open, when all that began before it is over.
@Service
class ClockRuleService {
    private final Commands commands;
    private final ClockRules rules;
    private final Grids grids;
    private final Clock clock;
    private final Duration settle;

    ClockRuleService(
            Commands commands,
            ClockRules rules,
            Grids grids,
            Clock clock,
            @Value("${wangge.clock.settle}") Duration settle) {
        this.commands = commands;
        this.rules = rules;
        this.grids = grids;
        this.clock = clock;
        this.settle = settle;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, STALE_VERSION, KEY_REUSED
    Mono<Outcome> change(ChangeSlaPolicyInput input, Viewer viewer) {
        viewer.require(Right.CLOCKS);
        input.problems().refuseIfAny();
        var now = now();
        var work = subdistrict(input.gridId(), viewer)
                .flatMap(grid -> rules.change(input, grid.key(), viewer.actor(), now, now.plus(settle)))
                .map(policy -> Done.quietly(policy.id(), policy.version()));
        return commands.once(new Command(viewer.actor(), input.key(), "changeSlaPolicy", input), now, work);
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, STALE_VERSION, KEY_REUSED
    Mono<Outcome> change(ChangeWorkDayInput input, Viewer viewer) {
        viewer.require(Right.CLOCKS);
        input.problems(LocalDate.now(clock)).refuseIfAny();
        var now = now();
        var work = subdistrict(input.gridId(), viewer)
                .flatMap(grid -> rules.change(input, grid.key(), viewer.actor(), now, now.plus(settle)))
                .map(day -> Done.quietly(day.id(), day.version()));
        return commands.once(new Command(viewer.actor(), input.key(), "changeWorkDay", input), now, work);
    }

    private Mono<Grid> subdistrict(GridId id, Viewer viewer) {
        return grids.find(id, viewer.scope(Right.CLOCKS))
                .switchIfEmpty(Mono.error(() -> Problems.single("gridId", ProblemCode.UNKNOWN)))
                .doOnNext(grid -> new Problems()
                        .check(grid.level() == GridLevel.SUBDISTRICT, "gridId", ProblemCode.WRONG_LEVEL, grid.level())
                        .refuseIfAny());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

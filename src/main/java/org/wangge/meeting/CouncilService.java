package org.wangge.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.Grid;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which councils come to be, change and end. What is against them is [Refused].
@Service
class CouncilService {
    private final Commands commands;
    private final Councils councils;
    private final Grids grids;
    private final Clock clock;

    CouncilService(Commands commands, Councils councils, Grids grids, Clock clock) {
        this.commands = commands;
        this.councils = councils;
        this.grids = grids;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, ID_TAKEN
    Mono<Outcome> found(FoundCouncilInput input, Viewer viewer) {
        var own = viewer.require(Right.CONVENE).scope(Right.CONVENE);
        var now = now();
        var work = grids.find(input.gridId(), own)
                .singleOptional()
                .map(grid -> {
                    var problems = input.problems().check(grid.isPresent(), "gridId", ProblemCode.UNKNOWN);
                    grid.ifPresent(one -> problems.check(
                            one.level() != GridLevel.DISTRICT, "gridId", ProblemCode.WRONG_LEVEL, one.level()));
                    problems.refuseIfAny();
                    return founded(input, grid.orElseThrow(), now);
                })
                .flatMap(this::inserted)
                .map(council -> done(council, "COUNCIL_FOUNDED", now));
        return commands.once(new Command(viewer.actor(), input.key(), "foundCouncil", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION
    Mono<Outcome> change(ChangeCouncilInput input, Viewer viewer) {
        input.check();
        var now = now();
        var work = current(input.councilId(), input.expectedVersion(), viewer)
                .flatMap(council -> saved(input.of(council)))
                .map(council -> done(council, "COUNCIL_CHANGED", now));
        return commands.once(new Command(viewer.actor(), input.key(), "changeCouncil", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION
    Mono<Outcome> dissolve(DissolveCouncilInput input, Viewer viewer) {
        input.check();
        var now = now();
        var work = current(input.councilId(), input.expectedVersion(), viewer)
                .flatMap(council -> saved(input.of(council, now)))
                .map(council -> done(council, "COUNCIL_DISSOLVED", now));
        return commands.once(new Command(viewer.actor(), input.key(), "dissolveCouncil", input), now, work);
    }

    private static Council founded(FoundCouncilInput input, Grid grid, Instant now) {
        var id = input.id() == null ? UUID.randomUUID() : input.id();
        var purpose = input.purpose() == null ? null : input.purpose().strip();
        return new Council(
                new CouncilId(id),
                grid.id(),
                grid.key(),
                input.name().strip(),
                purpose,
                input.rules(),
                now,
                null,
                null,
                1);
    }

    private Mono<Council> inserted(Council council) {
        return councils.insert(council)
                .filter(inserted -> inserted)
                .map(inserted -> council)
                .switchIfEmpty(Mono.defer(() -> taken(council)));
    }

    private Mono<Council> taken(Council council) {
        return councils.find(council.id(), MeetingSight.of(Scope.everywhere()))
                .hasElement()
                .flatMap(isTaken -> Mono.error(
                        isTaken
                                ? new Refused(new Refusal.IdTaken(council.id().toString()))
                                : Problems.single("name", ProblemCode.DUPLICATE)));
    }

    private Mono<Council> current(CouncilId id, int expected, Viewer viewer) {
        var own = MeetingSight.of(viewer.require(Right.CONVENE).scope(Right.CONVENE));
        return councils.lock(id, own)
                .switchIfEmpty(Mono.error(() -> Problems.single("councilId", ProblemCode.UNKNOWN)))
                .doOnNext(council -> requireCurrent(council, expected));
    }

    private static void requireCurrent(Council council, int expected) {
        if (council.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, council.version()));
        }
        requireActive(council);
    }

    static void requireActive(Council council) {
        if (!council.isActive()) {
            throw Problems.single("councilId", ProblemCode.ENDED);
        }
    }

    private Mono<Council> saved(Council council) {
        return councils.update(council).switchIfEmpty(Mono.error(() -> Problems.single("name", ProblemCode.DUPLICATE)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Done done(Council council, String event, Instant now) {
        return new Done(council.id().value(), council.version(), List.of(council.event(event, now)));
    }
}

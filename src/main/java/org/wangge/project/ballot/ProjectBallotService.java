package org.wangge.project.ballot;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.OwnGrids;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.GridKey;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import reactor.core.publisher.Mono;

/// The rules of ballots: each representative votes once, for as many as are recommended, and the votes are
/// counted when the time is over or everybody has voted. What is against them is [Refused].
@Service
class ProjectBallotService {
    private final Commands commands;
    private final ProjectBallots ballots;
    private final Shortlist shortlist;
    private final OwnGrids grids;
    private final Clock clock;

    ProjectBallotService(Commands commands, ProjectBallots ballots, Shortlist shortlist, OwnGrids grids, Clock clock) {
        this.commands = commands;
        this.ballots = ballots;
        this.shortlist = shortlist;
        this.grids = grids;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, also for projects that are not on the short list of the grid
    Mono<Outcome> open(OpenProjectBallotInput input, Viewer viewer) {
        var now = now();
        var work = grids.of(input.gridId(), Right.PROJECTS, viewer)
                .doOnNext(grid -> input.problems(now).refuseIfAny())
                .delayUntil(grid -> shortlist.requireKnown(input, grid))
                .flatMap(grid -> ballots.insert(input, grid, viewer.actor())
                        .map(id -> new Done(id, 1, List.of(event("BALLOT_OPENED", id, 1, grid.key(), now)))));
        return once("openProjectBallot", input.key(), input, viewer, now, work);
    }

    /// @throws Refused NOT_A_REPRESENTATIVE, TIME_IS_OVER, INPUT_REJECTED, also after their vote
    Mono<Outcome> vote(CastProjectVoteInput input, Viewer viewer) {
        var now = now();
        var resident = resident(viewer);
        var work = held(input.ballotId())
                .delayUntil(ballot -> requireVote(ballot, resident))
                .doOnNext(ballot -> check(ballot, input, now))
                .delayUntil(ballot -> ballots.vote(ballot, resident, input.projects())
                        .doOnNext(counted -> new Problems()
                                .check(counted == ballot.choices(), "projectIds", ProblemCode.UNKNOWN)
                                .refuseIfAny()))
                .map(ballot -> done("BALLOT_VOTED", ballot, List.of(), now));
        return once("castProjectVote", input.key(), input, viewer, now, work);
    }

    /// With half of the votes or more, those with the most votes are recommended; with fewer nobody is.
    ///
    /// @throws Refused INPUT_REJECTED before its time, as long as somebody can still vote
    Mono<Outcome> close(CloseProjectBallotInput input, Viewer viewer) {
        var now = now();
        viewer.require(Right.PROJECTS);
        var work = held(input.ballotId())
                .filter(ballot -> viewer.may(Right.PROJECTS, ballot.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("ballotId", ProblemCode.UNKNOWN)))
                .doOnNext(ballot -> {
                    Refused.ifStale(input.expectedVersion(), ballot.version());
                    requireOver(ballot, now);
                })
                .flatMap(ballot -> ballot.hasQuorum() ? counted(ballot, now) : voided(ballot, now));
        return once("closeProjectBallot", input.key(), input, viewer, now, work);
    }

    private Mono<ProjectBallot> held(ProjectBallotId id) {
        return ballots.held(id)
                .switchIfEmpty(Mono.error(() -> Problems.single("ballotId", ProblemCode.UNKNOWN)))
                .doOnNext(ballot -> NotInThisState.unless("projectBallot", ballot.status(), BallotStatus.OPEN));
    }

    private Mono<Done> counted(ProjectBallot ballot, Instant now) {
        return ballots.close(ballot, BallotStatus.CLOSED)
                .then(Mono.defer(() -> ballots.candidates(List.of(ballot.uuid()))
                        .take(ballot.choices())
                        .map(candidate -> candidate.projectId().value())
                        .collectList()))
                .delayUntil(chosen -> ballots.recommend(ballot, chosen))
                .flatMap(chosen -> shortlist.recommend(chosen, now))
                .map(events -> done("BALLOT_CLOSED", ballot, events, now));
    }

    private Mono<Done> voided(ProjectBallot ballot, Instant now) {
        return ballots.close(ballot, BallotStatus.VOID).thenReturn(done("BALLOT_CLOSED", ballot, List.of(), now));
    }

    private Mono<Void> requireVote(ProjectBallot ballot, UUID resident) {
        return ballots.votes(List.of(ballot.uuid()), resident)
                .next()
                .switchIfEmpty(Mono.error(() -> new Refused(new SocietyRefusal.NotARepresentative())))
                .doOnNext(vote -> new Problems()
                        .check(!vote.getValue(), "ballotId", ProblemCode.DUPLICATE)
                        .refuseIfAny())
                .then();
    }

    private static void check(ProjectBallot ballot, CastProjectVoteInput input, Instant now) {
        if (!now.isBefore(ballot.closesAt())) {
            throw new Refused(new FlowRefusal.TimeIsOver(ballot.closesAt()));
        }
        new Problems()
                .check(!now.isBefore(ballot.opensAt()), "ballotId", ProblemCode.TOO_EARLY, ballot.opensAt())
                .check(
                        input.projectIds().size() == ballot.choices(),
                        "projectIds",
                        ProblemCode.OUT_OF_RANGE,
                        ballot.choices(),
                        ballot.choices())
                .refuseIfAny();
    }

    private static void requireOver(ProjectBallot ballot, Instant now) {
        new Problems()
                .check(
                        !now.isBefore(ballot.closesAt()) || ballot.votedCount() == ballot.voterCount(),
                        "ballotId",
                        ProblemCode.TOO_EARLY,
                        ballot.closesAt())
                .refuseIfAny();
    }

    private static UUID resident(Viewer viewer) {
        var resident = viewer.signedIn().residentId();
        if (resident == null) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        return resident;
    }

    private Mono<Outcome> once(String name, UUID key, Object input, Viewer viewer, Instant now, Mono<Done> work) {
        return commands.once(new Command(viewer.actor(), key, name, input), now, work);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Done done(String type, ProjectBallot ballot, List<NewEvent> more, Instant now) {
        var version = ballot.version() + 1;
        var events = new ArrayList<>(List.of(event(type, ballot.uuid(), version, ballot.gridKey(), now)));
        events.addAll(more);
        return new Done(ballot.uuid(), version, events);
    }

    private static NewEvent event(String type, UUID id, int version, GridKey key, Instant now) {
        return new NewEvent(type, id, version, key, now);
    }
}

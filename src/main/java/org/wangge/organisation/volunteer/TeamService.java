package org.wangge.organisation.volunteer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.OwnGrids;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of teams: whoever leads a grid forms and disbands them, and whoever holds activities there
/// says who is in them. What is against them is [Refused].
@Service
class TeamService {
    private final Commands commands;
    private final TeamRegister register;
    private final OwnGrids grids;
    private final Clock clock;

    TeamService(Commands commands, TeamRegister register, OwnGrids grids, Clock clock) {
        this.commands = commands;
        this.register = register;
        this.grids = grids;
        this.clock = clock;
    }

    Mono<Outcome> form(FormTeamInput input, Viewer viewer) {
        var now = now();
        var work = grids.of(input.gridId(), Right.SOCIETY, viewer)
                .doOnNext(grid -> input.problems().refuseIfAny())
                .delayUntil(grid -> register.requireKnown(input.organisationId()))
                .flatMap(grid -> register.teams()
                        .insert(input, grid, now)
                        .map(id -> new Done(id, 1, List.of(new NewEvent("TEAM_FORMED", id, 1, grid.key(), now)))));
        return commands.once(new Command(viewer.actor(), input.key(), "formTeam", input), now, work);
    }

    Mono<Outcome> join(TeamVolunteerInput input, Viewer viewer) {
        var now = now();
        var work = register.team(input.teamId(), Right.ORGANISE, viewer)
                .delayUntil(team -> register.requireVolunteer(input.volunteerId(), viewer))
                .delayUntil(team -> register.teams()
                        .join(input.teamId(), input.volunteerId(), now)
                        .doOnNext(hasJoined -> requireNew(hasJoined, ProblemCode.DUPLICATE)))
                .map(team -> done("TEAM_JOINED", team, now));
        return commands.once(new Command(viewer.actor(), input.key(), "joinTeam", input), now, work);
    }

    Mono<Outcome> leave(TeamVolunteerInput input, Viewer viewer) {
        var now = now();
        var work = register.team(input.teamId(), Right.ORGANISE, viewer)
                .delayUntil(team -> register.teams()
                        .leave(input.teamId(), input.volunteerId(), now)
                        .doOnNext(hasLeft -> requireNew(hasLeft, ProblemCode.UNKNOWN)))
                .map(team -> done("TEAM_LEFT", team, now));
        return commands.once(new Command(viewer.actor(), input.key(), "leaveTeam", input), now, work);
    }

    Mono<Outcome> disband(DisbandTeamInput input, Viewer viewer) {
        var now = now();
        var work = current(input, viewer)
                .filterWhen(team -> register.teams().disband(input, now))
                .switchIfEmpty(Mono.defer(() -> current(input, viewer)))
                .map(team -> done("TEAM_DISBANDED", team, now));
        return commands.once(new Command(viewer.actor(), input.key(), "disbandTeam", input), now, work);
    }

    private Mono<VolunteerTeam> current(DisbandTeamInput input, Viewer viewer) {
        return register.team(input.teamId(), Right.SOCIETY, viewer)
                .doOnNext(team -> Refused.ifStale(input.expectedVersion(), team.version()));
    }

    private static void requireNew(boolean isRight, ProblemCode code) {
        new Problems().check(isRight, "volunteerId", code).refuseIfAny();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Done done(String type, VolunteerTeam team, Instant now) {
        var version = team.version() + 1;
        return new Done(team.uuid(), version, List.of(new NewEvent(type, team.uuid(), version, team.gridKey(), now)));
    }
}

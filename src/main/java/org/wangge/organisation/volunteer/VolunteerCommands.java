package org.wangge.organisation.volunteer;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with volunteers and their teams, in the graph.
@Controller
class VolunteerCommands {
    private final VolunteerService service;
    private final TeamService teamService;
    private final Volunteers volunteers;
    private final Teams teams;

    VolunteerCommands(VolunteerService service, TeamService teamService, Volunteers volunteers, Teams teams) {
        this.service = service;
        this.teamService = teamService;
        this.volunteers = volunteers;
        this.teams = teams;
    }

    @MutationMapping
    Mono<VolunteerPayload> registerVolunteer(@Argument RegisterVolunteerInput input, @ContextValue Viewer viewer) {
        return volunteer(Mono.defer(() -> service.register(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<VolunteerPayload> becomeVolunteer(@Argument BecomeVolunteerInput input, @ContextValue Viewer viewer) {
        return volunteer(Mono.defer(() -> service.become(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<VolunteerPayload> leaveVolunteers(@Argument LeaveVolunteersInput input, @ContextValue Viewer viewer) {
        return volunteer(Mono.defer(() -> service.leave(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<TeamPayload> formTeam(@Argument FormTeamInput input, @ContextValue Viewer viewer) {
        return team(Mono.defer(() -> teamService.form(input, viewer)));
    }

    @MutationMapping
    Mono<TeamPayload> joinTeam(@Argument TeamVolunteerInput input, @ContextValue Viewer viewer) {
        return team(Mono.defer(() -> teamService.join(input, viewer)));
    }

    @MutationMapping
    Mono<TeamPayload> leaveTeam(@Argument TeamVolunteerInput input, @ContextValue Viewer viewer) {
        return team(Mono.defer(() -> teamService.leave(input, viewer)));
    }

    @MutationMapping
    Mono<TeamPayload> disbandTeam(@Argument DisbandTeamInput input, @ContextValue Viewer viewer) {
        return team(Mono.defer(() -> teamService.disband(input, viewer)));
    }

    private Mono<VolunteerPayload> volunteer(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> volunteers
                        .find(new VolunteerId(done.subject()), VolunteerSight.of(viewer))
                        .map(found -> new VolunteerPayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(VolunteerPayload.refused(refused.refusal())));
    }

    private Mono<TeamPayload> team(Mono<Outcome> outcome) {
        return outcome.flatMap(done -> teams.find(new VolunteerTeamId(done.subject()))
                        .map(found -> new TeamPayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(TeamPayload.refused(refused.refusal())));
    }
}

package org.wangge.organisation.volunteer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.organisation.Organisations;
import org.wangge.organisation.SocialOrganisation;
import org.wangge.organisation.SocialOrganisationId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// Teams, and what a command on a team refers to.
@Component
class TeamRegister {
    private final Teams teams;
    private final Volunteers volunteers;
    private final Organisations organisations;

    TeamRegister(Teams teams, Volunteers volunteers, Organisations organisations) {
        this.teams = teams;
        this.volunteers = volunteers;
        this.organisations = organisations;
    }

    Teams teams() {
        return teams;
    }

    /// A team that there still is, where the viewer holds the right.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, `teamId` UNKNOWN
    Mono<VolunteerTeam> team(VolunteerTeamId id, Right right, Viewer viewer) {
        var own = viewer.require(right).scope(right);
        return teams.find(id)
                .filter(team -> own.holds(team.gridKey()) && team.isActive())
                .switchIfEmpty(Mono.error(() -> Problems.single("teamId", ProblemCode.UNKNOWN)));
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, `volunteerId` UNKNOWN
    Mono<Volunteer> requireVolunteer(VolunteerId id, Viewer viewer) {
        return volunteers
                .find(id, VolunteerSight.of(viewer))
                .filter(Volunteer::isActive)
                .switchIfEmpty(Mono.error(() -> Problems.single("volunteerId", ProblemCode.UNKNOWN)));
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, `organisationId` UNKNOWN
    Mono<SocialOrganisation> requireKnown(@Nullable SocialOrganisationId id) {
        return id == null
                ? Mono.empty()
                : organisations
                        .find(id)
                        .filter(SocialOrganisation::isActive)
                        .switchIfEmpty(Mono.error(() -> Problems.single("organisationId", ProblemCode.UNKNOWN)));
    }
}

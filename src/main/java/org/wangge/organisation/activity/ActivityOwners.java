package org.wangge.organisation.activity;

import org.springframework.stereotype.Component;
import org.wangge.organisation.Organisations;
import org.wangge.organisation.SocialOrganisation;
import org.wangge.organisation.volunteer.Teams;
import org.wangge.organisation.volunteer.VolunteerTeam;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// Whose an activity can be.
@Component
class ActivityOwners {
    private final Organisations organisations;
    private final Teams teams;

    ActivityOwners(Organisations organisations, Teams teams) {
        this.organisations = organisations;
        this.teams = teams;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, `organisationId` or `teamId` UNKNOWN
    Mono<Void> requireKnown(HoldActivityInput input) {
        var organisation = input.organisationId();
        var team = input.teamId();
        if (organisation != null) {
            return organisations
                    .find(organisation)
                    .filter(SocialOrganisation::isActive)
                    .switchIfEmpty(Mono.error(() -> Problems.single("organisationId", ProblemCode.UNKNOWN)))
                    .then();
        }
        return team == null
                ? Mono.empty()
                : teams.find(team)
                        .filter(VolunteerTeam::isActive)
                        .switchIfEmpty(Mono.error(() -> Problems.single("teamId", ProblemCode.UNKNOWN)))
                        .then();
    }
}

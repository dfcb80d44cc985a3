package org.wangge.organisation.volunteer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.organisation.Organisations;
import org.wangge.organisation.SocialOrganisation;
import reactor.core.publisher.Mono;

/// Teams in the graph.
@Controller
class TeamController {
    private final Teams teams;
    private final Grids grids;
    private final Organisations organisations;

    TeamController(Teams teams, Grids grids, Organisations organisations) {
        this.teams = teams;
        this.grids = grids;
        this.organisations = organisations;
    }

    @QueryMapping
    Mono<Connection<VolunteerTeam>> volunteerTeams(@Argument @Nullable TeamFilter filter, PageRequest page) {
        var wanted = filter == null ? TeamFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere()).flatMap(area -> teams.page(wanted, area, page));
    }

    @BatchMapping
    Mono<Map<VolunteerTeam, Grid>> grid(List<VolunteerTeam> teams) {
        var ids = teams.stream().map(team -> team.gridId().value()).toList();
        return Batch.one(teams, VolunteerTeam::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<VolunteerTeam, SocialOrganisation>> organisation(List<VolunteerTeam> teams) {
        var found = organisations.all(List.of(Batch.ids(teams, VolunteerTeam::organisationUuid)));
        return Batch.one(teams, VolunteerTeam::organisationId, found, SocialOrganisation::id);
    }
}

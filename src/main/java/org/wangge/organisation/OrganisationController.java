package org.wangge.organisation;

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
import reactor.core.publisher.Mono;

/// Organisations in the graph.
@Controller
class OrganisationController {
    private final Organisations organisations;
    private final Grids grids;

    OrganisationController(Organisations organisations, Grids grids) {
        this.organisations = organisations;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Connection<SocialOrganisation>> organisations(
            @Argument @Nullable OrganisationFilter filter, PageRequest page) {
        var wanted = filter == null ? OrganisationFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> organisations.page(wanted, area, page));
    }

    @BatchMapping
    Mono<Map<SocialOrganisation, Grid>> grid(List<SocialOrganisation> organisations) {
        var ids = organisations.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(organisations, SocialOrganisation::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }
}

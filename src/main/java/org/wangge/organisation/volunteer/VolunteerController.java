package org.wangge.organisation.volunteer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Volunteers in the graph.
@Controller
class VolunteerController {
    private final Volunteers volunteers;
    private final Grids grids;
    private final Residents residents;
    private final Members members;

    VolunteerController(Volunteers volunteers, Grids grids, Residents residents, Members members) {
        this.volunteers = volunteers;
        this.grids = grids;
        this.residents = residents;
        this.members = members;
    }

    @QueryMapping
    Mono<Connection<Volunteer>> volunteers(
            @Argument @Nullable VolunteerFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        var wanted = filter == null ? VolunteerFilter.NONE : filter;
        viewer.signedIn();
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> volunteers.page(wanted, area, VolunteerSight.of(viewer), page));
    }

    @QueryMapping
    Mono<Volunteer> myVolunteering(@ContextValue Viewer viewer) {
        return volunteers.own(viewer.signedIn());
    }

    @BatchMapping
    Mono<Map<Volunteer, Grid>> grid(List<Volunteer> volunteers) {
        var ids = volunteers.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(volunteers, Volunteer::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<Volunteer, Resident>> resident(List<Volunteer> volunteers, @ContextValue Viewer viewer) {
        var found = residents.all(List.of(Batch.ids(volunteers, Volunteer::residentUuid)), LedgerSight.of(viewer));
        return Batch.one(volunteers, Volunteer::residentId, found, Resident::id);
    }

    @BatchMapping
    Mono<Map<Volunteer, Member>> member(List<Volunteer> volunteers, @ContextValue Viewer viewer) {
        var found = members.all(List.of(Batch.ids(volunteers, Volunteer::memberUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(volunteers, Volunteer::memberId, found, Member::id);
    }
}

package org.wangge.resident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// The residents in the graph.
@Controller
class ResidentController {
    private final Residents residents;
    private final Households households;
    private final Homes homes;
    private final Grids grids;
    private final Clock clock;

    ResidentController(Residents residents, Households households, Homes homes, Grids grids, Clock clock) {
        this.residents = residents;
        this.households = households;
        this.homes = homes;
        this.grids = grids;
        this.clock = clock;
    }

    @QueryMapping
    Mono<Resident> resident(@Argument ResidentLookup by, @ContextValue Viewer viewer) {
        return Mono.justOrEmpty(by.id())
                .flatMap(id -> residents.find(id, LedgerSight.of(viewer.signedIn())))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Resident>> residents(
            @Argument @Nullable ResidentFilter filter,
            @Argument @Nullable ResidentOrder orderBy,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var wanted = filter == null ? ResidentFilter.NONE : filter;
        var order = orderBy == null ? ResidentOrder.BY_VERIFICATION : orderBy;
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> residents.page(wanted, area, LedgerSight.of(viewer.signedIn()), order, page));
    }

    @SchemaMapping
    int age(Resident resident) {
        return resident.ageOn(LocalDate.now(clock));
    }

    @BatchMapping
    Mono<Map<Resident, Household>> household(List<Resident> residents, @ContextValue Viewer viewer) {
        var ids = residents.stream().map(one -> one.householdId().value()).toList();
        return Batch.one(residents, Resident::householdId, households.all(ids, LedgerSight.of(viewer)), Household::id);
    }

    @BatchMapping
    Mono<Map<Resident, Grid>> grid(List<Resident> residents, @ContextValue Viewer viewer) {
        var ids = residents.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(residents, Resident::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<Resident, List<ResidencePeriod>>> residencePeriods(List<Resident> residents, @ContextValue Viewer viewer) {
        var ids = residents.stream().map(one -> one.id().value()).toList();
        return homes.periods(ids, LedgerSight.of(viewer))
                .map(found -> Batch.joined(residents, one -> one.id().value(), found));
    }
}

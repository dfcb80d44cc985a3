package org.wangge.resident;

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
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Point;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// The premises in the graph.
@Controller
class PremisesController {
    private final PremisesRegister register;
    private final Homes homes;
    private final Grids grids;

    PremisesController(PremisesRegister register, Homes homes, Grids grids) {
        this.register = register;
        this.homes = homes;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Premises> premises(@Argument PremisesLookup by, @ContextValue Viewer viewer) {
        return (by.id() != null
                        ? register.find(by.id(), LedgerSight.of(viewer.signedIn()))
                        : register.find(String.valueOf(by.code()), LedgerSight.of(viewer.signedIn())))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Premises>> premisesRegister(
            @Argument @Nullable PremisesFilter filter,
            @Argument @Nullable PremisesOrder orderBy,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var wanted = filter == null ? PremisesFilter.NONE : filter;
        var order = orderBy == null ? PremisesOrder.BY_CODE : orderBy;
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> register.page(wanted, area, LedgerSight.of(viewer.signedIn()), order, page));
    }

    @BatchMapping
    Mono<Map<Premises, Grid>> grid(List<Premises> premises, @ContextValue Viewer viewer) {
        var ids = premises.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(premises, Premises::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<Premises, List<Household>>> households(List<Premises> premises, @ContextValue Viewer viewer) {
        var ids = premises.stream().map(one -> one.id().value()).toList();
        return homes.households(ids, LedgerSight.of(viewer))
                .map(found -> Batch.joined(premises, one -> one.id().value(), found));
    }

    @SchemaMapping
    @Nullable
    Point location(Premises premises, @Argument CoordinateSystem system) {
        var place = premises.place();
        return place == null ? null : place.in(system);
    }

    @BatchMapping(field = "premises")
    Mono<Map<ResidencePeriod, Premises>> premisesOfPeriods(List<ResidencePeriod> periods, @ContextValue Viewer viewer) {
        var ids = periods.stream().map(period -> period.premisesId().value()).toList();
        return Batch.one(periods, ResidencePeriod::premisesId, register.all(ids, LedgerSight.of(viewer)), Premises::id);
    }
}

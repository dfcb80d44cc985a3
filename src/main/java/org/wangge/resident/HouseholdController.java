package org.wangge.resident;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
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

/// The households in the graph.
@Controller
class HouseholdController {
    private final Households households;
    private final Homes homes;
    private final PremisesRegister premises;
    private final Grids grids;

    HouseholdController(Households households, Homes homes, PremisesRegister premises, Grids grids) {
        this.households = households;
        this.homes = homes;
        this.premises = premises;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Household> household(@Argument HouseholdLookup by, @ContextValue Viewer viewer) {
        return (by.id() != null
                        ? households.find(by.id(), LedgerSight.of(viewer.signedIn()))
                        : households.find(String.valueOf(by.no()), LedgerSight.of(viewer.signedIn())))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Household>> households(
            @Argument @Nullable HouseholdFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        var wanted = filter == null ? HouseholdFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> households.page(wanted, area, LedgerSight.of(viewer.signedIn()), page));
    }

    @BatchMapping
    Mono<Map<Household, Grid>> grid(List<Household> households, @ContextValue Viewer viewer) {
        var ids = households.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(households, Household::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<Household, Premises>> premises(List<Household> households, @ContextValue Viewer viewer) {
        var ids = households.stream().map(one -> one.premisesId().value()).toList();
        return Batch.one(households, Household::premisesId, premises.all(ids, LedgerSight.of(viewer)), Premises::id);
    }

    @BatchMapping
    Mono<Map<Household, Resident>> head(List<Household> households, @ContextValue Viewer viewer) {
        return Batch.one(
                households, Household::id, homes.heads(ids(households), LedgerSight.of(viewer)), Resident::householdId);
    }

    @BatchMapping
    Mono<Map<Household, List<Resident>>> residents(List<Household> households, @ContextValue Viewer viewer) {
        return homes.residents(ids(households), LedgerSight.of(viewer))
                .map(found -> Batch.joined(households, HouseholdController::uuid, found));
    }

    @BatchMapping
    Mono<Map<Household, Integer>> residentCount(List<Household> households, @ContextValue Viewer viewer) {
        return homes.sizes(ids(households)).map(found -> Batch.joined(households, HouseholdController::uuid, found));
    }

    private static List<UUID> ids(List<Household> households) {
        return households.stream().map(HouseholdController::uuid).toList();
    }

    private static UUID uuid(Household household) {
        return household.id().value();
    }
}

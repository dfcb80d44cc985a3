package org.wangge.organisation.agency;

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
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.organisation.activity.Activities;
import org.wangge.organisation.activity.Activity;
import reactor.core.publisher.Mono;

/// Agencies and contracts in the graph.
@Controller
class AgencyController {
    private final Agencies agencies;
    private final Contracts contracts;
    private final ContractParts parts;
    private final Grids grids;
    private final Activities activities;

    AgencyController(Agencies agencies, Contracts contracts, ContractParts parts, Grids grids, Activities activities) {
        this.agencies = agencies;
        this.contracts = contracts;
        this.parts = parts;
        this.grids = grids;
        this.activities = activities;
    }

    @QueryMapping
    Mono<Connection<ServiceAgency>> serviceAgencies(@Argument @Nullable GridId within, PageRequest page) {
        return grids.within(within, Scope.everywhere()).flatMap(area -> agencies.page(area, page));
    }

    @QueryMapping
    Mono<Connection<ServiceContract>> serviceContracts(
            @Argument @Nullable GridId within, @Argument @Nullable ServiceAgencyId agencyId, PageRequest page) {
        return grids.within(within, Scope.everywhere()).flatMap(area -> contracts.page(agencyId, area, page));
    }

    @BatchMapping(field = "grid")
    Mono<Map<ServiceAgency, Grid>> gridOf(List<ServiceAgency> agencies) {
        var ids = agencies.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(agencies, ServiceAgency::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<ServiceContract, Grid>> grid(List<ServiceContract> contracts) {
        var ids = contracts.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(contracts, ServiceContract::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<ServiceContract, ServiceAgency>> agency(List<ServiceContract> contracts) {
        var ids = contracts.stream().map(one -> one.agencyId().value()).toList();
        return Batch.one(contracts, ServiceContract::agencyId, agencies.all(ids), ServiceAgency::id);
    }

    @BatchMapping
    Mono<Map<ServiceContract, List<ContractIndicator>>> indicators(List<ServiceContract> contracts) {
        var ids = contracts.stream().map(ServiceContract::uuid).toList();
        return Batch.many(contracts, ServiceContract::id, parts.indicators(ids), ContractIndicator::contractId);
    }

    @BatchMapping
    Mono<Map<ServiceContract, List<Instalment>>> instalments(List<ServiceContract> contracts) {
        var ids = contracts.stream().map(ServiceContract::uuid).toList();
        return Batch.many(contracts, ServiceContract::id, parts.instalments(ids), Instalment::contractId);
    }

    @BatchMapping
    Mono<Map<ServiceContract, List<Evaluation>>> evaluations(List<ServiceContract> contracts) {
        var ids = contracts.stream().map(ServiceContract::uuid).toList();
        return Batch.many(contracts, ServiceContract::id, parts.evaluations(ids), Evaluation::contractId);
    }

    @BatchMapping(field = "activities")
    Mono<Map<ServiceContract, List<Activity>>> activitiesOf(List<ServiceContract> contracts) {
        var ids = contracts.stream().map(ServiceContract::uuid).toList();
        return parts.activities(ids)
                .collectList()
                .flatMap(held -> activities
                        .all(held.stream().map(ContractParts.Held::activity).toList())
                        .collectMap(Activity::uuid)
                        .map(found -> Batch.values(
                                contracts,
                                contract -> held.stream()
                                        .filter(one -> one.contractId().equals(contract.id()))
                                        .map(one -> found.get(one.activity()))
                                        .toList())));
    }
}

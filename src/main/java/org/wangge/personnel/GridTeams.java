package org.wangge.personnel;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.grid.Grid;
import org.wangge.grid.GridCounts;
import reactor.core.publisher.Mono;

/// Who serves a grid, what a member serves, and how many serve a subtree.
@Controller
class GridTeams {
    private static final String SERVICE = "Member.assignments";

    private final Rosters rosters;
    private final Clock clock;

    GridTeams(Rosters rosters, BatchLoaderRegistry loaders, Clock clock) {
        this.rosters = rosters;
        this.clock = clock;
        loaders.<Rosters.Service, List<Assignment>>forName(SERVICE)
                .registerMappedBatchLoader((wanted, environment) -> service(wanted, environment.getContext()));
    }

    @BatchMapping
    Mono<Map<Grid, Member>> leader(List<Grid> grids, @ContextValue Viewer viewer) {
        return rosters.leaders(ids(grids), viewer.scope(Right.PERSONNEL), today())
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(leaders -> Batch.joined(grids, GridTeams::uuid, leaders));
    }

    @BatchMapping
    Mono<Map<Grid, List<Assignment>>> assignments(List<Grid> grids, @ContextValue Viewer viewer) {
        return rosters.ofGrids(ids(grids), viewer.scope(Right.PERSONNEL), today())
                .map(rosters -> Batch.joined(grids, GridTeams::uuid, rosters));
    }

    @BatchMapping
    Mono<Map<GridCounts, List<RoleCount>>> members(List<GridCounts> counts, @ContextValue Viewer viewer) {
        return rosters.counts(counts, today());
    }

    @SchemaMapping(typeName = "Member")
    CompletableFuture<List<Assignment>> assignments(
            Member member,
            @Argument @Nullable LocalDate on,
            @Argument boolean anyTime,
            DataFetchingEnvironment environment) {
        var day = on == null ? today() : on;
        DataLoader<Rosters.Service, List<Assignment>> loader =
                Objects.requireNonNull(environment.getDataLoader(SERVICE));
        return loader.load(new Rosters.Service(member.id(), anyTime ? null : day));
    }

    private Mono<Map<Rosters.Service, List<Assignment>>> service(
            Set<Rosters.Service> wanted, @Nullable GraphQLContext context) {
        Viewer viewer = Objects.requireNonNull(context).get("viewer");
        return rosters.ofMembers(wanted, viewer.scope(Right.PERSONNEL));
    }

    private static List<UUID> ids(List<Grid> grids) {
        return grids.stream().map(GridTeams::uuid).toList();
    }

    private static UUID uuid(Grid grid) {
        return grid.id().value();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

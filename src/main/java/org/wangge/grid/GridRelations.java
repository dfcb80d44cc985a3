package org.wangge.grid;

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
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/// Relations of a grid that take arguments and are batched all the same.
@Controller
class GridRelations {
    private static final String CHILDREN = "Grid.children";
    private static final String BOUNDARY = "Grid.boundary";

    private final GridTree tree;
    private final Clock clock;

    GridRelations(GridTree tree, Boundaries boundaries, BatchLoaderRegistry loaders, Clock clock) {
        this.tree = tree;
        this.clock = clock;
        loaders.<GridTree.Below, List<Grid>>forName(CHILDREN)
                .registerMappedBatchLoader((wanted, environment) -> below(wanted, environment.getContext()));
        loaders.<UUID, String>forName(BOUNDARY).registerMappedBatchLoader((ids, environment) -> boundaries.all(ids));
    }

    @SchemaMapping(typeName = "Grid")
    CompletableFuture<List<Grid>> children(
            Grid grid, @Argument @Nullable GridLevel level, DataFetchingEnvironment environment) {
        var wanted = level == null ? grid.level().next() : level;
        if (wanted == null || !grid.level().holds(wanted)) {
            return CompletableFuture.completedFuture(List.of());
        }
        DataLoader<GridTree.Below, List<Grid>> loader = loader(environment, CHILDREN);
        return loader.load(new GridTree.Below(grid.key(), wanted));
    }

    @SchemaMapping(typeName = "Grid")
    CompletableFuture<@Nullable Map<String, Object>> boundary(
            Grid grid, @Argument CoordinateSystem system, DataFetchingEnvironment environment) {
        DataLoader<UUID, String> loader = loader(environment, BOUNDARY);
        return loader.load(grid.id().value()).thenApply(json -> json == null ? null : GeoJson.read(json, system));
    }

    private Mono<Map<GridTree.Below, List<Grid>>> below(Set<GridTree.Below> wanted, @Nullable GraphQLContext context) {
        Scope scope = Objects.requireNonNull(context).get("scope");
        return tree.below(wanted, scope, LocalDate.now(clock));
    }

    private static <K, V> DataLoader<K, V> loader(DataFetchingEnvironment environment, String name) {
        return Objects.requireNonNull(environment.<K, V>getDataLoader(name));
    }
}

package org.wangge.grid;

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
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// The tree of grids in the graph.
@Controller
class GridController {
    private final Grids grids;
    private final GridTree tree;
    private final Clock clock;

    GridController(Grids grids, GridTree tree, Clock clock) {
        this.grids = grids;
        this.tree = tree;
        this.clock = clock;
    }

    @QueryMapping
    Mono<Grid> grid(@Argument GridLookup by, @ContextValue Scope scope) {
        return (by.id() != null ? grids.find(by.id(), scope) : grids.find(by.gridCode(), scope))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Grid>> grids(
            @Argument @Nullable GridFilter filter,
            @Argument @Nullable GridOrder orderBy,
            PageRequest page,
            @ContextValue Scope scope) {
        var wanted = filter == null ? GridFilter.NONE : filter;
        var order = orderBy == null ? GridOrder.BY_CODE : orderBy;
        return grids.within(wanted.within(), scope).flatMap(seen -> grids.page(wanted, seen, today(), order, page));
    }

    @QueryMapping
    Mono<Grid> locate(@Argument PointInput point, @ContextValue Scope scope) {
        return grids.at(point.point(), scope, today());
    }

    @BatchMapping
    Mono<Map<Grid, Grid>> parent(List<Grid> grids, @ContextValue Scope scope) {
        var parents = this.grids.all(List.of(Batch.ids(grids, Grid::parentUuid)), scope);
        return Batch.one(grids, Grid::parentId, parents, Grid::id);
    }

    @BatchMapping
    Mono<Map<Grid, List<Grid>>> ancestors(List<Grid> grids, @ContextValue Scope scope) {
        var keys = grids.stream()
                .flatMap(grid -> grid.key().ancestors().stream())
                .distinct()
                .toList();
        return this.grids.allAt(keys, scope).collectList().map(found -> Ancestors.of(grids, found));
    }

    @SchemaMapping
    @Nullable
    Point centre(Grid grid, @Argument CoordinateSystem system) {
        var centre = grid.centrePoint();
        return centre == null ? null : centre.in(system);
    }

    @SchemaMapping
    GridCounts counts(Grid grid) {
        return new GridCounts(grid.key());
    }

    @BatchMapping(typeName = "GridCounts")
    Mono<Map<GridCounts, List<GridLevelCount>>> grids(List<GridCounts> counts, @ContextValue Scope scope) {
        return tree.countsByLevel(counts, scope, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

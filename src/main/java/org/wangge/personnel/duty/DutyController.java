package org.wangge.personnel.duty;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// The posts and whose turn it is, in the graph.
@Controller
class DutyController {
    private static final String ON_SHIFT = "Post.onShift";

    private final Posts posts;
    private final DutyShifts shifts;
    private final Grids grids;
    private final Clock clock;

    DutyController(Posts posts, DutyShifts shifts, Grids grids, BatchLoaderRegistry loaders, Clock clock) {
        this.posts = posts;
        this.shifts = shifts;
        this.grids = grids;
        this.clock = clock;
        loaders.<DutyShifts.Turn, List<DutyShift>>forName(ON_SHIFT)
                .registerMappedBatchLoader((turns, environment) -> onShift(turns, environment.getContext()));
    }

    @QueryMapping
    Mono<List<Post>> posts(@Argument GridId gridId, @ContextValue Viewer viewer) {
        return grids.get(gridId, Scope.everywhere())
                .then(posts.allOf(gridId, viewer.signedIn().scope(Right.DUTY)));
    }

    @QueryMapping
    Mono<Connection<DutyShift>> dutyShifts(
            @Argument @Nullable DutyShiftFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        return shifts.page(
                filter == null ? DutyShiftFilter.NONE : filter,
                viewer.signedIn().scope(Right.DUTY),
                page);
    }

    @SchemaMapping(typeName = "Post")
    CompletableFuture<List<DutyShift>> onShift(
            Post post, @Argument @Nullable Instant at, DataFetchingEnvironment environment) {
        var instant = at == null ? clock.instant() : at;
        DataLoader<DutyShifts.Turn, List<DutyShift>> loader =
                Objects.requireNonNull(environment.getDataLoader(ON_SHIFT));
        return loader.load(new DutyShifts.Turn(post.id(), instant.truncatedTo(ChronoUnit.MICROS)));
    }

    @BatchMapping
    Mono<Map<DutyShift, Post>> post(List<DutyShift> shifts, @ContextValue Viewer viewer) {
        var ids = shifts.stream().map(shift -> shift.postId().value()).toList();
        return Batch.one(shifts, DutyShift::postId, posts.all(ids, viewer.scope(Right.DUTY)), Post::id);
    }

    private Mono<Map<DutyShifts.Turn, List<DutyShift>>> onShift(
            Set<DutyShifts.Turn> turns, @Nullable GraphQLContext context) {
        Viewer viewer = Objects.requireNonNull(context).get("viewer");
        return shifts.at(turns, viewer.scope(Right.DUTY));
    }
}

package org.wangge.meeting;

import java.util.List;
import java.util.Map;
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

/// Councils in the graph.
@Controller
class CouncilController {
    private final Councils councils;
    private final Grids grids;

    CouncilController(Councils councils, Grids grids) {
        this.councils = councils;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Council> council(@Argument CouncilId id, @ContextValue Viewer viewer) {
        return councils.find(id, MeetingSight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Council>> councils(
            @Argument @Nullable CouncilFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        var wanted = filter == null ? CouncilFilter.NONE : filter;
        var sight = MeetingSight.of(viewer.signedIn());
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> councils.page(wanted, area, sight, page));
    }

    @BatchMapping
    Mono<Map<Council, Grid>> grid(List<Council> councils) {
        var ids = councils.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(councils, Council::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }
}

package org.wangge.resident.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.StaffCard;
import org.wangge.access.StaffCards;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.ResidentId;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Requests in the graph: one's own, and those to decide.
@Controller
class RequestController {
    private final RecordRequests requests;
    private final Residents residents;
    private final StaffCards cards;
    private final Grids grids;

    RequestController(RecordRequests requests, Residents residents, StaffCards cards, Grids grids) {
        this.requests = requests;
        this.residents = residents;
        this.cards = cards;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Connection<RecordRequest>> recordRequests(
            @Argument @Nullable RecordRequestFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        var wanted = filter == null ? RecordRequestFilter.OPEN : filter;
        var decided = viewer.require(Right.DECIDE).scope(Right.DECIDE);
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> requests.page(wanted, area, decided, page));
    }

    @SchemaMapping(typeName = "Me")
    Mono<List<RecordRequest>> requests(@ContextValue Viewer viewer) {
        return Mono.justOrEmpty(viewer.residentId())
                .flatMap(resident -> requests.of(new ResidentId(resident)))
                .defaultIfEmpty(List.of());
    }

    @BatchMapping
    Mono<Map<RecordRequest, Resident>> resident(List<RecordRequest> requests, @ContextValue Viewer viewer) {
        var ids = requests.stream().map(one -> one.residentId().value()).toList();
        return Batch.one(requests, RecordRequest::residentId, residents.all(ids, LedgerSight.of(viewer)), Resident::id);
    }

    @BatchMapping
    Mono<Map<RecordRequest, StaffCard>> decidedBy(List<RecordRequest> requests) {
        var members = List.of(Batch.ids(requests, RecordRequest::decidedMember));
        return Batch.one(requests, RecordRequest::decidedMember, cards.of(members), StaffCard::memberId);
    }
}

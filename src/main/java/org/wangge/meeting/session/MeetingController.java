package org.wangge.meeting.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.meeting.Council;
import org.wangge.meeting.Councils;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Meetings in the graph.
@Controller
class MeetingController {
    private final Meetings meetings;
    private final Attendances attendances;
    private final Councils councils;
    private final Grids grids;

    MeetingController(Meetings meetings, Attendances attendances, Councils councils, Grids grids) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.councils = councils;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Meeting> meeting(@Argument MeetingId id, @ContextValue Viewer viewer) {
        return meetings.find(id, MeetingSight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Meeting>> meetings(
            @Argument @Nullable MeetingFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        var wanted = filter == null ? MeetingFilter.NONE : filter;
        var sight = MeetingSight.of(viewer.signedIn());
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> meetings.page(wanted, area, sight, page));
    }

    @BatchMapping
    Mono<Map<Meeting, Grid>> grid(List<Meeting> meetings) {
        var ids = meetings.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(meetings, Meeting::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<Meeting, Council>> council(List<Meeting> meetings, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(meetings, Meeting::councilUuid));
        return Batch.one(meetings, Meeting::councilId, councils.all(ids, MeetingSight.of(viewer)), Council::id);
    }

    /// For whoever shows it to those present.
    @SchemaMapping
    @Nullable
    String signInCode(Meeting meeting, @ContextValue Viewer viewer) {
        return viewer.may(Right.CONVENE, meeting.gridKey()) ? meeting.code() : null;
    }

    @BatchMapping
    Mono<Map<Meeting, Integer>> presentCount(List<Meeting> meetings) {
        return present(meetings)
                .map(found ->
                        Batch.values(meetings, meeting -> of(meeting, found).all()));
    }

    @BatchMapping
    Mono<Map<Meeting, Integer>> votingCount(List<Meeting> meetings) {
        return present(meetings)
                .map(found ->
                        Batch.values(meetings, meeting -> of(meeting, found).voting()));
    }

    private Mono<Map<UUID, Attendances.Present>> present(List<Meeting> meetings) {
        var ids = meetings.stream().map(one -> one.id().value()).toList();
        return attendances.present(ids).collect(Collectors.toMap(Attendances.Present::meeting, one -> one));
    }

    private static Attendances.Present of(Meeting meeting, Map<UUID, Attendances.Present> found) {
        var id = meeting.id().value();
        return found.getOrDefault(id, new Attendances.Present(id, 0, 0));
    }
}

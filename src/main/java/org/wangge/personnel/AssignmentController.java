package org.wangge.personnel;

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
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// Who is in charge of what, in the graph.
@Controller
class AssignmentController {
    private final Assignments assignments;
    private final Rosters rosters;
    private final Members members;
    private final Grids grids;
    private final Clock clock;

    AssignmentController(Assignments assignments, Rosters rosters, Members members, Grids grids, Clock clock) {
        this.assignments = assignments;
        this.rosters = rosters;
        this.members = members;
        this.grids = grids;
        this.clock = clock;
    }

    @QueryMapping
    Mono<Connection<Assignment>> assignments(
            @Argument @Nullable AssignmentFilter filter,
            @Argument @Nullable AssignmentOrder orderBy,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var wanted = filter == null ? AssignmentFilter.NONE : filter;
        var order = orderBy == null ? AssignmentOrder.BY_GRID : orderBy;
        var seen = viewer.scope(Right.PERSONNEL);
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> assignments.page(wanted, area, seen, LocalDate.now(clock), order, page));
    }

    @QueryMapping
    Mono<List<Assignment>> responsible(
            @Argument GridId gridId, @Argument @Nullable LocalDate on, @ContextValue Viewer viewer) {
        var day = on == null ? LocalDate.now(clock) : on;
        var id = gridId.value();
        return grids.get(gridId, Scope.everywhere())
                .then(rosters.ofGrids(List.of(id), viewer.scope(Right.PERSONNEL), day))
                .map(rosters -> rosters.getOrDefault(id, List.of()));
    }

    /// By which document, and why it ended, is for the staff to know.
    @SchemaMapping
    @Nullable
    String basis(Assignment assignment, @ContextValue Viewer viewer) {
        return viewer.may(Right.PERSONNEL, assignment.gridKey()) ? assignment.basis() : null;
    }

    @SchemaMapping
    @Nullable
    String endReason(Assignment assignment, @ContextValue Viewer viewer) {
        return viewer.may(Right.PERSONNEL, assignment.gridKey()) ? assignment.endReason() : null;
    }

    @BatchMapping
    Mono<Map<Assignment, Member>> member(List<Assignment> assignments, @ContextValue Viewer viewer) {
        var ids = assignments.stream().map(one -> one.memberId().value()).toList();
        return Batch.one(
                assignments, Assignment::memberId, members.all(ids, viewer.scope(Right.PERSONNEL)), Member::id);
    }

    @BatchMapping
    Mono<Map<Assignment, Grid>> grid(List<Assignment> assignments, @ContextValue Viewer viewer) {
        var ids = assignments.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(assignments, Assignment::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }
}

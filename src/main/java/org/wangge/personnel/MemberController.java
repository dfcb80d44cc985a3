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
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// The members of the teams in the graph.
@Controller
class MemberController {
    private static final GridKey WHOLE_TREE = new GridKey("");

    private final Members members;
    private final Departments departments;
    private final Grids grids;
    private final Clock clock;

    MemberController(Members members, Departments departments, Grids grids, Clock clock) {
        this.members = members;
        this.departments = departments;
        this.grids = grids;
        this.clock = clock;
    }

    @QueryMapping
    Mono<Member> member(@Argument MemberLookup by, @ContextValue Viewer viewer) {
        return (by.id() != null
                        ? members.find(by.id(), viewer.scope(Right.PERSONNEL))
                        : members.find(String.valueOf(by.cardNo()), viewer.scope(Right.PERSONNEL)))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Member>> members(
            @Argument @Nullable MemberFilter filter,
            @Argument @Nullable MemberOrder orderBy,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var wanted = filter == null ? MemberFilter.NONE : filter;
        var order = orderBy == null ? MemberOrder.BY_CARD : orderBy;
        return keyOf(wanted.within(), viewer)
                .flatMap(key ->
                        members.page(wanted, key, viewer.scope(Right.PERSONNEL), LocalDate.now(clock), order, page));
    }

    @BatchMapping
    Mono<Map<Member, Department>> department(List<Member> members, @ContextValue Viewer viewer) {
        var found = departments.all(List.of(Batch.ids(members, Member::departmentUuid)), Scope.everywhere());
        return Batch.one(members, Member::departmentId, found, Department::id);
    }

    @BatchMapping
    Mono<Map<Department, Grid>> grid(List<Department> departments, @ContextValue Viewer viewer) {
        var found =
                grids.all(departments.stream().map(one -> one.gridId().value()).toList(), Scope.everywhere());
        return Batch.one(departments, Department::gridId, found, Grid::id);
    }

    private Mono<GridKey> keyOf(@Nullable GridId within, Viewer viewer) {
        return within == null
                ? Mono.just(WHOLE_TREE)
                : grids.get(within, Scope.everywhere()).map(Grid::key);
    }
}

package org.wangge.personnel.admission;

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
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.personnel.Department;
import org.wangge.personnel.Departments;
import org.wangge.personnel.DutyCategory;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import reactor.core.publisher.Mono;

/// The duty list in the graph.
@Controller
class AdmissionController {
    private final DutyItems items;
    private final Departments departments;
    private final Members members;
    private final Grids grids;
    private final Clock clock;

    AdmissionController(DutyItems items, Departments departments, Members members, Grids grids, Clock clock) {
        this.items = items;
        this.departments = departments;
        this.members = members;
        this.grids = grids;
        this.clock = clock;
    }

    @QueryMapping
    Mono<List<DutyItem>> dutyItems(
            @Argument @Nullable LocalDate on,
            @Argument @Nullable GridId within,
            @Argument @Nullable DutyCategory category,
            @ContextValue Viewer viewer) {
        var day = on == null ? LocalDate.now(clock) : on;
        var seen = viewer.require(Right.PERSONNEL).scope(Right.PERSONNEL);
        return within == null
                ? items.inForce(day, null, category, seen)
                : grids.get(within, Scope.everywhere()).flatMap(grid -> items.inForce(day, grid.key(), category, seen));
    }

    @BatchMapping
    Mono<Map<DutyItem, Grid>> grid(List<DutyItem> items) {
        var ids = items.stream().map(item -> item.gridId().value()).toList();
        return Batch.one(items, DutyItem::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<DutyItem, Department>> ownerDepartment(List<DutyItem> items) {
        var found = departments.all(List.of(Batch.ids(items, DutyItem::ownerUuid)), Scope.everywhere());
        return Batch.one(items, DutyItem::ownerId, found, Department::id);
    }

    @BatchMapping
    Mono<Map<DutyItem, Member>> approvedBy(List<DutyItem> items, @ContextValue Viewer viewer) {
        var found = members.all(List.of(Batch.ids(items, DutyItem::approverUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(
                items, DutyItem::approverUuid, found, member -> member.id().value());
    }
}

package org.wangge.issue;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Point;
import org.wangge.grid.Scope;
import org.wangge.personnel.Department;
import org.wangge.personnel.Departments;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// What belongs to an issue: each relation one statement for a whole page.
@Controller
class IssueRelations {
    private final Departments departments;
    private final Residents residents;

    IssueRelations(Departments departments, Residents residents) {
        this.departments = departments;
        this.residents = residents;
    }

    @BatchMapping
    Mono<Map<Issue, Department>> department(List<Issue> issues) {
        var ids = issues.stream()
                .flatMap(issue -> issue.departmentUuid().stream())
                .toList();
        return Batch.one(issues, Issue::departmentId, departments.all(ids, Scope.everywhere()), Department::id);
    }

    @BatchMapping
    Mono<Map<Issue, Resident>> onBehalfOf(List<Issue> issues, @ContextValue Viewer viewer) {
        var ids =
                issues.stream().flatMap(issue -> issue.residentUuid().stream()).toList();
        return Batch.one(issues, Issue::onBehalfOfId, residents.all(ids, LedgerSight.of(viewer)), Resident::id);
    }

    @SchemaMapping
    CompletableFuture<List<TimelineEntry>> timeline(
            Issue issue, @Argument int last, @ContextValue Viewer viewer, DataFetchingEnvironment environment) {
        if (last < 1 || last > PageRequest.MAX_SIZE) {
            throw new Fault(FaultCode.INVALID_PAGE, PageRequest.MAX_SIZE);
        }
        DataLoader<Timelines.Last, List<TimelineEntry>> loader =
                Objects.requireNonNull(environment.getDataLoader(IssueLoaders.TIMELINE));
        var entries = loader.load(new Timelines.Last(issue.uuid(), last));
        if (viewer.may(Right.ISSUES, issue.gridKey())) {
            return entries;
        }
        DataLoader<IssueLoaders.Asked, Ties.Tie> ties =
                Objects.requireNonNull(environment.getDataLoader(IssueLoaders.TIES));
        return entries.thenCombine(
                ties.load(new IssueLoaders.Asked(issue, viewer)),
                (all, tie) -> tie.isWorking() ? all : TimelineEntry.withoutNotes(all));
    }

    @SchemaMapping
    @Nullable
    Point location(Issue issue, @Argument CoordinateSystem system) {
        return issue.point() == null ? null : issue.point().in(system);
    }
}

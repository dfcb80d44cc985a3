package org.wangge.issue.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.issue.Ties;
import org.wangge.personnel.Department;
import org.wangge.personnel.Departments;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Work orders in the graph.
@Controller
class OrderController {
    private final WorkOrders orders;
    private final Ties ties;
    private final Issues issues;
    private final Members members;
    private final Departments departments;

    OrderController(WorkOrders orders, Ties ties, Issues issues, Members members, Departments departments) {
        this.orders = orders;
        this.ties = ties;
        this.issues = issues;
        this.members = members;
        this.departments = departments;
    }

    @QueryMapping
    Flux<WorkOrder> myWorkOrders(@Argument int first, @ContextValue Viewer viewer) {
        if (first < 1 || first > PageRequest.MAX_SIZE) {
            throw new Fault(FaultCode.INVALID_PAGE, PageRequest.MAX_SIZE);
        }
        var member = viewer.signedIn().memberId();
        return member == null ? Flux.empty() : orders.inHand(member, first);
    }

    @BatchMapping(typeName = "Issue")
    Mono<Map<Issue, List<WorkOrder>>> workOrders(List<Issue> all, @ContextValue Viewer viewer) {
        return ties.working(all, viewer)
                .flatMap(open -> Batch.many(
                        all,
                        Issue::id,
                        orders.all(open.stream().map(Issue::uuid).toList()),
                        WorkOrder::issueId));
    }

    @BatchMapping(typeName = "WorkOrder")
    Mono<Map<WorkOrder, Issue>> issue(List<WorkOrder> all, @ContextValue Viewer viewer) {
        var ids = all.stream().map(order -> order.issueId().value()).toList();
        return Batch.one(all, WorkOrder::issueId, issues.all(ids, IssueSight.of(viewer)), Issue::id);
    }

    @BatchMapping(typeName = "WorkOrder")
    Mono<Map<WorkOrder, Member>> member(List<WorkOrder> all, @ContextValue Viewer viewer) {
        var found = members.all(ids(all.stream().map(WorkOrder::memberUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(all, WorkOrder::memberId, found, Member::id);
    }

    @BatchMapping(typeName = "WorkOrder")
    Mono<Map<WorkOrder, Department>> department(List<WorkOrder> all) {
        var found = departments.all(ids(all.stream().map(WorkOrder::departmentUuid)), Scope.everywhere());
        return Batch.one(all, WorkOrder::departmentId, found, Department::id);
    }

    private static List<UUID> ids(Stream<@org.jspecify.annotations.Nullable UUID> named) {
        return named.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}

package org.wangge.issue;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Limits;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Issues in the graph: finding them and reporting them.
@Controller
class IssueController {
    private final Issues issues;
    private final IssueService service;
    private final Grids grids;
    private final Limits limits;

    IssueController(Issues issues, IssueService service, Grids grids, Limits limits) {
        this.issues = issues;
        this.service = service;
        this.grids = grids;
        this.limits = limits;
    }

    @QueryMapping
    Mono<Issue> issue(@Argument IssueLookup by, @ContextValue Viewer viewer, @ContextValue String address) {
        if (by.trackingCode() != null) {
            limits.pass(Limits.Act.TRACK, viewer, address);
        }
        return issues.find(by, sightFor(by, viewer)).switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Issue>> issues(
            @Argument @Nullable IssueFilter filter,
            @Argument @Nullable IssueOrder orderBy,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var wanted = filter == null ? IssueFilter.NONE : filter;
        var order = orderBy == null ? IssueOrder.NEWEST : orderBy;
        var sight = IssueSight.of(viewer.signedIn());
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> issues.page(wanted, area, sight, order, page));
    }

    @MutationMapping
    Mono<IssuePayload> reportIssue(
            @Argument ReportIssueInput input, @ContextValue Viewer viewer, @ContextValue String address) {
        limits.pass(Limits.Act.REPORT, viewer, address);
        return Mono.defer(() -> service.report(input, viewer))
                .onErrorResume(Refused.class, refused -> Mono.just(IssuePayload.refused(refused.refusal())));
    }

    private static IssueSight sightFor(IssueLookup by, Viewer viewer) {
        return IssueSight.of(by.trackingCode() == null ? viewer.signedIn() : viewer);
    }
}

package org.wangge.notice.publicity;

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
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Notices in the graph, and how many they reached.
@Controller
class PolicyNoticeController {
    private final PolicyNotices notices;
    private final PolicyAddressees addressees;
    private final ReachFigures figures;
    private final Grids grids;

    PolicyNoticeController(PolicyNotices notices, PolicyAddressees addressees, ReachFigures figures, Grids grids) {
        this.notices = notices;
        this.addressees = addressees;
        this.figures = figures;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Connection<PolicyNotice>> policyNotices(
            @Argument @Nullable PolicyNoticeFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        var wanted = filter == null ? PolicyNoticeFilter.NONE : filter;
        var sight = PublicitySight.of(viewer.signedIn());
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> notices.page(wanted, area, sight, page));
    }

    @QueryMapping
    Mono<Connection<PolicyAddressee>> policyAddressees(
            @Argument PolicyNoticeId noticeId,
            @Argument @Nullable PolicyAddresseeFilter filter,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var wanted = filter == null ? PolicyAddresseeFilter.NONE : filter;
        var ledger = viewer.require(Right.LEDGER).scope(Right.LEDGER);
        return seen(noticeId, viewer)
                .then(Mono.defer(() -> grids.within(wanted.within(), Scope.everywhere())))
                .flatMap(area -> addressees.page(noticeId, wanted, ledger.and(area), page));
    }

    @QueryMapping
    Mono<List<PolicyReach>> policyReach(
            @Argument PolicyNoticeId noticeId,
            @Argument @Nullable GridId within,
            @Argument @Nullable GridLevel level,
            @ContextValue Viewer viewer) {
        var own = viewer.require(Right.STATISTICS).scope(Right.STATISTICS);
        return seen(noticeId, viewer)
                .flatMap(notice -> grids.within(within, own).map(area -> area.within(notice.gridKey())))
                .flatMap(area -> figures.of(noticeId, area, level));
    }

    @BatchMapping
    Mono<Map<PolicyNotice, Grid>> grid(List<PolicyNotice> notices) {
        var ids = notices.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(notices, PolicyNotice::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<PolicyNotice, PolicyAddressee>> mine(List<PolicyNotice> notices, @ContextValue Viewer viewer) {
        var ids = notices.stream().map(PolicyNotice::uuid).toList();
        var own = addressees.of(ids, PublicitySight.of(viewer).people());
        return Batch.one(notices, PolicyNotice::id, own, PolicyAddressee::noticeId);
    }

    @BatchMapping(typeName = "PolicyReach", field = "grid")
    Mono<Map<PolicyReach, Grid>> gridOf(List<PolicyReach> reaches) {
        var ids = reaches.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(reaches, PolicyReach::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    private Mono<PolicyNotice> seen(PolicyNoticeId id, Viewer viewer) {
        return notices.find(id, PublicitySight.of(viewer))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }
}

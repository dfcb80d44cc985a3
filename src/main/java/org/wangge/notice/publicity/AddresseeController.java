package org.wangge.notice.publicity;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Whom notices were for, in the graph: residents as far as somebody sees the ledger now.
@Controller
class AddresseeController {
    private final Residents residents;
    private final Members members;
    private final Grids grids;

    AddresseeController(Residents residents, Members members, Grids grids) {
        this.residents = residents;
        this.members = members;
        this.grids = grids;
    }

    @BatchMapping
    Mono<Map<PolicyAddressee, Resident>> resident(List<PolicyAddressee> addressees, @ContextValue Viewer viewer) {
        var ids = addressees.stream()
                .filter(one -> !one.isStaff())
                .map(PolicyAddressee::person)
                .toList();
        return Batch.one(
                addressees, PolicyAddressee::residentId, residents.all(ids, LedgerSight.of(viewer)), Resident::id);
    }

    @BatchMapping
    Mono<Map<PolicyAddressee, Member>> member(List<PolicyAddressee> addressees, @ContextValue Viewer viewer) {
        var ids = addressees.stream()
                .filter(PolicyAddressee::isStaff)
                .map(PolicyAddressee::person)
                .toList();
        return Batch.one(
                addressees, PolicyAddressee::memberId, members.all(ids, viewer.scope(Right.PERSONNEL)), Member::id);
    }

    @BatchMapping
    Mono<Map<PolicyAddressee, Grid>> grid(List<PolicyAddressee> addressees) {
        var keys = addressees.stream().map(PolicyAddressee::gridKey).distinct().toList();
        return Batch.one(addressees, PolicyAddressee::gridKey, grids.allAt(keys, Scope.everywhere()), Grid::key);
    }

    @BatchMapping
    Mono<Map<PolicyReceipt, Member>> toldBy(List<PolicyReceipt> receipts, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(receipts, PolicyReceipt::tellerUuid));
        return Batch.one(receipts, PolicyReceipt::toldBy, members.all(ids, viewer.scope(Right.PERSONNEL)), Member::id);
    }
}

package org.wangge.resident.own;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.StaffCard;
import org.wangge.access.StaffCards;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Edge;
import org.wangge.graphql.page.PageInfo;
import org.wangge.graphql.page.PageRequest;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.ResidentId;
import org.wangge.resident.Residents;
import org.wangge.resident.disclosure.Disclosure;
import org.wangge.resident.disclosure.Disclosures;
import reactor.core.publisher.Mono;

/// One's own record and who looked at it, in the graph.
@Controller
class OwnController {
    private final Residents residents;
    private final Disclosures disclosures;
    private final StaffCards cards;

    OwnController(Residents residents, Disclosures disclosures, StaffCards cards) {
        this.residents = residents;
        this.disclosures = disclosures;
        this.cards = cards;
    }

    @SchemaMapping(typeName = "Me")
    Mono<Resident> record(@ContextValue Viewer viewer) {
        return Mono.justOrEmpty(viewer.residentId())
                .flatMap(id -> residents.find(new ResidentId(id), LedgerSight.of(viewer)));
    }

    @SchemaMapping(typeName = "Me")
    Mono<Connection<OwnDisclosure>> disclosures(PageRequest page, @ContextValue Viewer viewer) {
        return Mono.justOrEmpty(viewer.residentId())
                .flatMap(id -> disclosures.of(new ResidentId(id), page))
                .map(OwnController::told);
    }

    @BatchMapping(typeName = "OwnDisclosure")
    Mono<Map<OwnDisclosure, StaffCard>> by(List<OwnDisclosure> looks) {
        var members = List.of(Batch.ids(looks, OwnDisclosure::memberId));
        return Batch.one(looks, OwnDisclosure::memberId, cards.of(members), StaffCard::memberId);
    }

    private static Connection<OwnDisclosure> told(Connection<Disclosure> rows) {
        var edges = rows.edges().stream()
                .map(edge -> new Edge<>(OwnDisclosure.of(edge.node()), edge.seal()))
                .toList();
        var info = new PageInfo(
                edges, rows.pageInfo().hasPreviousPage(), rows.pageInfo().hasNextPage());
        return new Connection<>(edges, info, rows.count());
    }
}

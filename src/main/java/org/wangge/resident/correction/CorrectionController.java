package org.wangge.resident.correction;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.StaffCard;
import org.wangge.access.StaffCards;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.graphql.Batch;
import org.wangge.refusal.Refused;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Corrections of records, in the graph.
@Controller
class CorrectionController {
    private final CorrectionService service;
    private final Residents residents;
    private final ChangeLog changes;
    private final StaffCards cards;

    CorrectionController(CorrectionService service, Residents residents, ChangeLog changes, StaffCards cards) {
        this.service = service;
        this.residents = residents;
        this.changes = changes;
        this.cards = cards;
    }

    @MutationMapping
    Mono<ResidentPayload> correctResident(@Argument CorrectResidentInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.correct(input, viewer)));
    }

    @MutationMapping
    Mono<ResidentPayload> confirmResident(@Argument ConfirmResidentInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.confirm(input, viewer)));
    }

    @SchemaMapping
    Mono<Resident> resident(ResidentPayload payload, @ContextValue Viewer viewer) {
        return Mono.justOrEmpty(payload.id()).flatMap(id -> residents.find(id, LedgerSight.of(viewer)));
    }

    @BatchMapping
    Mono<Map<Resident, List<ResidentChange>>> changes(List<Resident> residents, @ContextValue Viewer viewer) {
        var ids = residents.stream().map(one -> one.id().value()).toList();
        return changes.of(ids, LedgerSight.of(viewer))
                .map(found -> Batch.joined(residents, one -> one.id().value(), found));
    }

    @BatchMapping
    Mono<Map<ResidentChange, StaffCard>> by(List<ResidentChange> changes) {
        var members = List.of(Batch.ids(changes, ResidentChange::memberId));
        return Batch.one(changes, ResidentChange::memberId, cards.of(members), StaffCard::memberId);
    }

    private static Mono<ResidentPayload> payload(Mono<Outcome> outcome) {
        return outcome.map(ResidentPayload::done)
                .onErrorResume(Refused.class, refused -> Mono.just(ResidentPayload.refused(refused.refusal())));
    }
}

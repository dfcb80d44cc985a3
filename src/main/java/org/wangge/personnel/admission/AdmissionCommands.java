package org.wangge.personnel.admission;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with the duty list, in the graph.
@Controller
class AdmissionCommands {
    private final AdmissionService service;
    private final DutyItems items;

    AdmissionCommands(AdmissionService service, DutyItems items) {
        this.service = service;
        this.items = items;
    }

    @MutationMapping
    Mono<DutyItemPayload> admitDutyItem(@Argument AdmitDutyItemInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.admit(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<DutyItemPayload> endDutyItem(@Argument EndDutyItemInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.end(input, viewer)), viewer);
    }

    private Mono<DutyItemPayload> payload(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> items.find(new DutyItemId(done.subject()), viewer.scope(Right.PERSONNEL))
                        .map(item -> new DutyItemPayload(item, null, done.replayed())))
                .onErrorResume(Refused.class, refused -> Mono.just(DutyItemPayload.refused(refused.refusal())));
    }
}

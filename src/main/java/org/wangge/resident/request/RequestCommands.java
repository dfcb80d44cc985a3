package org.wangge.resident.request;

import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.graphql.page.Conditions;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Asking about one's own record and deciding on it, in the graph.
@Controller
class RequestCommands {
    private final RequestService service;
    private final DecisionService decisions;
    private final RecordRequests requests;

    RequestCommands(RequestService service, DecisionService decisions, RecordRequests requests) {
        this.service = service;
        this.decisions = decisions;
        this.requests = requests;
    }

    @MutationMapping
    Mono<RequestPayload> requestCorrection(@Argument RequestCorrectionInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.correction(input, viewer)));
    }

    @MutationMapping
    Mono<RequestPayload> requestDeletion(@Argument RequestDeletionInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.deletion(input, viewer)));
    }

    @MutationMapping
    Mono<RequestPayload> decideRequest(@Argument DecideRequestInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> decisions.decide(input, viewer)));
    }

    @SchemaMapping
    Mono<RecordRequest> request(RequestPayload payload, @ContextValue Viewer viewer) {
        return Mono.justOrEmpty(payload.id()).flatMap(id -> requests.find(id, seen(viewer)));
    }

    /// One's own, and those that one decides.
    private static Conditions seen(Viewer viewer) {
        var decided = viewer.scope(Right.DECIDE).limit("r.grid_key", "decided");
        var self = viewer.residentId();
        return self == null
                ? decided
                : Conditions.anyOf(List.of(decided, new Conditions().and("q.resident_id = :self", "self", self)));
    }

    private static Mono<RequestPayload> payload(Mono<Outcome> outcome) {
        return outcome.map(RequestPayload::done)
                .onErrorResume(Refused.class, refused -> Mono.just(RequestPayload.refused(refused.refusal())));
    }
}

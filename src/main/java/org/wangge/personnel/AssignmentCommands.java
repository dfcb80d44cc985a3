package org.wangge.personnel;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Standings;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with assignments, in the graph.
@Controller
class AssignmentCommands {
    private final AssignmentService service;
    private final Assignments assignments;
    private final Standings standings;

    AssignmentCommands(AssignmentService service, Assignments assignments, Standings standings) {
        this.service = service;
        this.assignments = assignments;
        this.standings = standings;
    }

    @MutationMapping
    Mono<AssignmentPayload> assignMember(@Argument AssignMemberInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.assign(input, viewer)));
    }

    @MutationMapping
    Mono<AssignmentPayload> endAssignment(@Argument EndAssignmentInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.end(input, viewer)));
    }

    @MutationMapping
    Mono<AssignmentPayload> handOverAssignment(@Argument HandOverAssignmentInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.handOver(input, viewer)));
    }

    @SchemaMapping
    Mono<Assignment> assignment(AssignmentPayload payload, @ContextValue Viewer viewer) {
        return Mono.justOrEmpty(payload.id()).flatMap(id -> assignments.find(id, viewer.scope(Right.PERSONNEL)));
    }

    /// Whoever lost rights by it has lost them when the answer is here.
    private Mono<AssignmentPayload> payload(Mono<Outcome> outcome) {
        return outcome.delayUntil(done -> standings.lookAhead())
                .map(AssignmentPayload::done)
                .onErrorResume(Refused.class, refused -> Mono.just(AssignmentPayload.refused(refused.refusal())));
    }
}

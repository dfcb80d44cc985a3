package org.wangge.issue.dispatch;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with rules of dispatch, in the graph.
@Controller
class RoutingCommands {
    private final RoutingService service;
    private final DispatchRules rules;

    RoutingCommands(RoutingService service, DispatchRules rules) {
        this.service = service;
        this.rules = rules;
    }

    @MutationMapping
    Mono<DispatchRulePayload> setDispatchRule(@Argument SetDispatchRuleInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.set(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<DispatchRulePayload> endDispatchRule(@Argument EndDispatchRuleInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.end(input, viewer)), viewer);
    }

    private Mono<DispatchRulePayload> payload(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> rules.find(new DispatchRuleId(done.subject()), viewer.scope(Right.ISSUES))
                        .map(rule -> new DispatchRulePayload(rule, null, done.replayed())))
                .onErrorResume(Refused.class, refused -> Mono.just(DispatchRulePayload.refused(refused.refusal())));
    }
}

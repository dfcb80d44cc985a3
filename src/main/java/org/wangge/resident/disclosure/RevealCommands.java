package org.wangge.resident.disclosure;

import graphql.GraphQLContext;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.Viewer;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Looking at personal values, in the graph: one look per document.
@Controller
class RevealCommands {
    private final OncePerDocument once;
    private final RevealService reveals;

    RevealCommands(OncePerDocument once, RevealService reveals) {
        this.once = once;
        this.reveals = reveals;
    }

    @MutationMapping
    Mono<RevealPayload> revealResident(
            @Argument RevealResidentInput input, @ContextValue Viewer viewer, GraphQLContext context) {
        once.pass(context);
        return Mono.defer(() -> reveals.reveal(input, viewer))
                .onErrorResume(Refused.class, refused -> Mono.just(RevealPayload.refused(refused.refusal())));
    }
}

package org.wangge.resident.disclosure;

import graphql.GraphQLContext;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Nodes;
import org.wangge.access.OncePerDocument;
import org.wangge.access.Viewer;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Looking at personal values, in the graph: one look per document.
@Controller
class RevealCommands {
    /// Visits will be the other thing that looks serve.
    private static final String ISSUE = "issue";

    private final OncePerDocument once;
    private final RevealService reveals;
    private final Nodes nodes;

    RevealCommands(OncePerDocument once, RevealService reveals, Nodes nodes) {
        this.once = once;
        this.reveals = reveals;
        this.nodes = nodes;
    }

    @MutationMapping
    Mono<RevealPayload> revealResident(
            @Argument RevealResidentInput input, @ContextValue Viewer viewer, GraphQLContext context) {
        once.pass(context);
        return serves(input, viewer)
                .then(Mono.defer(() -> reveals.reveal(input, viewer)))
                .onErrorResume(Refused.class, refused -> Mono.just(RevealPayload.refused(refused.refusal())));
    }

    /// What a look is said to serve has to be there: the log would else name what nobody can look up.
    private Mono<Void> serves(RevealResidentInput input, Viewer viewer) {
        var id = input.serves();
        if (id == null) {
            return Mono.empty();
        }
        return Mono.defer(() -> nodes.sees(viewer.signedIn(), id, ISSUE))
                .filter(seen -> seen)
                .switchIfEmpty(Mono.error(() -> Problems.single("for", ProblemCode.UNKNOWN)))
                .then();
    }
}

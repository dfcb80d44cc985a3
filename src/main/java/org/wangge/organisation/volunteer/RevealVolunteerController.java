package org.wangge.organisation.volunteer;

import graphql.GraphQLContext;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.Viewer;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Names of volunteers in clear, in the graph: one look per document.
@Controller
class RevealVolunteerController {
    private final OncePerDocument once;
    private final RevealVolunteerService service;

    RevealVolunteerController(OncePerDocument once, RevealVolunteerService service) {
        this.once = once;
        this.service = service;
    }

    /// Told again, it is read again under the rights of now.
    @MutationMapping
    Mono<RevealVolunteerPayload> revealVolunteer(
            @Argument RevealVolunteerInput input, @ContextValue Viewer viewer, GraphQLContext context) {
        once.pass(context);
        return Mono.defer(() -> service.note(input, viewer))
                .flatMap(outcome ->
                        service.name(input, viewer).map(name -> RevealVolunteerPayload.shown(name, outcome.replayed())))
                .onErrorResume(Refused.class, refused -> Mono.just(RevealVolunteerPayload.refused(refused.refusal())));
    }
}

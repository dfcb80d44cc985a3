package org.wangge.issue.reply;

import graphql.GraphQLContext;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// How a reporter is reached, in clear, in the graph: one look per document.
@Controller
class RevealReporterController {
    private final OncePerDocument once;
    private final RevealReporterService service;
    private final ReporterContacts contacts;

    RevealReporterController(OncePerDocument once, RevealReporterService service, ReporterContacts contacts) {
        this.once = once;
        this.service = service;
        this.contacts = contacts;
    }

    @MutationMapping
    Mono<RevealReporterPayload> revealReporter(
            @Argument RevealReporterInput input, @ContextValue Viewer viewer, GraphQLContext context) {
        once.pass(context);
        return Mono.defer(() -> service.note(input, viewer))
                .flatMap(outcome -> payload(outcome, input, viewer))
                .onErrorResume(Refused.class, refused -> Mono.just(RevealReporterPayload.refused(refused.refusal())));
    }

    /// Told again, it is read again under the rights of now.
    private Mono<RevealReporterPayload> payload(Outcome outcome, RevealReporterInput input, Viewer viewer) {
        return service.reachable(input, viewer)
                .flatMap(issue -> contacts.open(issue.id()))
                .map(contact -> RevealReporterPayload.shown(contact, outcome.replayed()));
    }
}

package org.wangge.organisation;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with organisations, in the graph.
@Controller
class OrganisationCommands {
    private final OrganisationService service;
    private final Organisations organisations;

    OrganisationCommands(OrganisationService service, Organisations organisations) {
        this.service = service;
        this.organisations = organisations;
    }

    @MutationMapping
    Mono<OrganisationPayload> registerOrganisation(
            @Argument RegisterOrganisationInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.register(input, viewer)));
    }

    @MutationMapping
    Mono<OrganisationPayload> changeRegistration(@Argument ChangeRegistrationInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.change(input, viewer)));
    }

    @MutationMapping
    Mono<OrganisationPayload> dissolveOrganisation(
            @Argument DissolveOrganisationInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.dissolve(input, viewer)));
    }

    private Mono<OrganisationPayload> payload(Mono<Outcome> outcome) {
        return outcome.flatMap(done -> organisations
                        .find(new SocialOrganisationId(done.subject()))
                        .map(found -> new OrganisationPayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(OrganisationPayload.refused(refused.refusal())));
    }
}

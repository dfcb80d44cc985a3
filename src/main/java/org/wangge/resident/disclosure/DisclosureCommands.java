package org.wangge.resident.disclosure;

import java.util.List;
import java.util.Objects;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.refusal.Refused;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Looking at personal values, in the graph.
@Controller
class DisclosureCommands {
    private final RevealService reveals;
    private final SearchService searches;
    private final QuotaService quotas;
    private final Disclosures disclosures;
    private final Residents residents;

    DisclosureCommands(
            RevealService reveals,
            SearchService searches,
            QuotaService quotas,
            Disclosures disclosures,
            Residents residents) {
        this.reveals = reveals;
        this.searches = searches;
        this.quotas = quotas;
        this.disclosures = disclosures;
        this.residents = residents;
    }

    @MutationMapping
    Mono<RevealPayload> revealResident(@Argument RevealResidentInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> reveals.reveal(input, viewer))
                .onErrorResume(Refused.class, refused -> Mono.just(RevealPayload.refused(refused.refusal())));
    }

    @MutationMapping
    Mono<SearchPayload> searchResident(@Argument SearchResidentInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> searches.search(input, viewer))
                .onErrorResume(Refused.class, refused -> Mono.just(SearchPayload.refused(refused.refusal())));
    }

    @MutationMapping
    Mono<RaisePayload> raiseDisclosureQuota(@Argument RaiseDisclosureQuotaInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> quotas.raise(input, viewer))
                .flatMap(outcome -> disclosures
                        .find(new DisclosureId(outcome.subject()), Objects.requireNonNull(viewer.accountId()))
                        .map(row -> new RaisePayload(row, null, outcome.replayed())))
                .onErrorResume(Refused.class, refused -> Mono.just(new RaisePayload(null, refused.refusal(), false)));
    }

    @SchemaMapping
    Mono<List<Resident>> residents(SearchPayload payload) {
        return residents.all(payload.found(), payload.reach().all()).collectList();
    }
}

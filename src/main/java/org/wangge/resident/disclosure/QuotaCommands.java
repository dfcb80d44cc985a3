package org.wangge.resident.disclosure;

import java.util.Objects;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Letting others look more often, in the graph.
@Controller
class QuotaCommands {
    private final QuotaService quotas;
    private final Disclosures disclosures;

    QuotaCommands(QuotaService quotas, Disclosures disclosures) {
        this.quotas = quotas;
        this.disclosures = disclosures;
    }

    @MutationMapping
    Mono<RaisePayload> raiseDisclosureQuota(@Argument RaiseDisclosureQuotaInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> quotas.raise(input, viewer))
                .flatMap(outcome -> payload(outcome, viewer))
                .onErrorResume(Refused.class, refused -> Mono.just(new RaisePayload(null, refused.refusal(), false)));
    }

    private Mono<RaisePayload> payload(Outcome outcome, Viewer viewer) {
        return disclosures
                .find(new DisclosureId(outcome.subject()), Objects.requireNonNull(viewer.accountId()))
                .map(row -> new RaisePayload(row, null, outcome.replayed()));
    }
}

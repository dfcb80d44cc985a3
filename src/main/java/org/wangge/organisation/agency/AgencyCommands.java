package org.wangge.organisation.agency;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with agencies and contracts, in the graph.
@Controller
class AgencyCommands {
    private final AgencyService agencyService;
    private final ContractService service;
    private final Agencies agencies;
    private final Contracts contracts;

    AgencyCommands(AgencyService agencyService, ContractService service, Agencies agencies, Contracts contracts) {
        this.agencyService = agencyService;
        this.service = service;
        this.agencies = agencies;
        this.contracts = contracts;
    }

    @MutationMapping
    Mono<AgencyPayload> registerAgency(@Argument RegisterAgencyInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> agencyService.register(input, viewer))
                .flatMap(done -> agencies.find(new ServiceAgencyId(done.subject()))
                        .map(found -> new AgencyPayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(AgencyPayload.refused(refused.refusal())));
    }

    @MutationMapping
    Mono<ContractPayload> signContract(@Argument SignContractInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.sign(input, viewer)));
    }

    @MutationMapping
    Mono<ContractPayload> recordIndicator(@Argument RecordIndicatorInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.record(input, viewer)));
    }

    @MutationMapping
    Mono<ContractPayload> evaluateContract(@Argument EvaluateContractInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.evaluate(input, viewer)));
    }

    @MutationMapping
    Mono<ContractPayload> payInstalment(@Argument PayInstalmentInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.pay(input, viewer)));
    }

    @MutationMapping
    Mono<ContractPayload> countActivity(@Argument CountActivityInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.count(input, viewer)));
    }

    @MutationMapping
    Mono<ContractPayload> endContract(@Argument EndContractInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.end(input, viewer)));
    }

    private Mono<ContractPayload> payload(Mono<Outcome> outcome) {
        return outcome.flatMap(done -> contracts
                        .find(new ServiceContractId(done.subject()))
                        .map(found -> new ContractPayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(ContractPayload.refused(refused.refusal())));
    }
}

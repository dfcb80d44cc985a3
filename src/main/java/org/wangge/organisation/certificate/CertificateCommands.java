package org.wangge.organisation.certificate;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.organisation.volunteer.VolunteerSight;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with certificates, in the graph.
@Controller
class CertificateCommands {
    private final CertificateService service;
    private final Certificates certificates;

    CertificateCommands(CertificateService service, Certificates certificates) {
        this.service = service;
        this.certificates = certificates;
    }

    @MutationMapping
    Mono<CertificatePayload> issueCertificate(@Argument IssueCertificateInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.issue(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<CertificatePayload> revokeCertificate(@Argument RevokeCertificateInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.revoke(input, viewer)), viewer);
    }

    private Mono<CertificatePayload> payload(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> certificates
                        .find(new ServiceCertificateId(done.subject()), VolunteerSight.of(viewer))
                        .map(found -> new CertificatePayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(CertificatePayload.refused(refused.refusal())));
    }
}

package org.wangge.organisation.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.GridKey;
import org.wangge.organisation.volunteer.Volunteer;
import org.wangge.organisation.volunteer.VolunteerSight;
import org.wangge.organisation.volunteer.Volunteers;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import reactor.core.publisher.Mono;

/// The rules of certificates: whoever leads the grid where a volunteer helps issues and revokes them, and
/// nobody certifies themself. What is against them is [Refused].
@Service
class CertificateService {
    private final Commands commands;
    private final Certificates certificates;
    private final Volunteers volunteers;
    private final Clock clock;

    CertificateService(Commands commands, Certificates certificates, Volunteers volunteers, Clock clock) {
        this.commands = commands;
        this.certificates = certificates;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, also when nothing was credited in that time; SELF_VERIFICATION
    Mono<Outcome> issue(IssueCertificateInput input, Viewer viewer) {
        var now = now();
        viewer.require(Right.SOCIETY);
        var work = volunteers
                .find(input.volunteerId(), VolunteerSight.of(viewer))
                .filter(volunteer -> viewer.may(Right.SOCIETY, volunteer.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("volunteerId", ProblemCode.UNKNOWN)))
                .doOnNext(volunteer -> check(input, volunteer, viewer))
                .flatMap(volunteer -> certificates
                        .insert(input, volunteer, viewer.actor(), now)
                        .switchIfEmpty(Mono.error(() -> Problems.single("fromOn", ProblemCode.UNKNOWN)))
                        .map(id -> done("CERTIFICATE_ISSUED", id, 1, volunteer.gridKey(), now)));
        return commands.once(new Command(viewer.actor(), input.key(), "issueCertificate", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> revoke(RevokeCertificateInput input, Viewer viewer) {
        var now = now();
        viewer.require(Right.SOCIETY);
        var work = current(input, viewer)
                .doOnNext(certificate -> input.problems().refuseIfAny())
                .filterWhen(certificate -> certificates.revoke(input, viewer.actor(), now))
                .switchIfEmpty(Mono.defer(() -> current(input, viewer)))
                .map(certificate -> done(
                        "CERTIFICATE_REVOKED",
                        certificate.uuid(),
                        certificate.version() + 1,
                        certificate.gridKey(),
                        now));
        return commands.once(new Command(viewer.actor(), input.key(), "revokeCertificate", input), now, work);
    }

    private Mono<ServiceCertificate> current(RevokeCertificateInput input, Viewer viewer) {
        return certificates
                .find(input.certificateId(), VolunteerSight.of(viewer))
                .filter(certificate -> viewer.may(Right.SOCIETY, certificate.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("certificateId", ProblemCode.UNKNOWN)))
                .doOnNext(certificate -> {
                    Refused.ifStale(input.expectedVersion(), certificate.version());
                    requireValid(certificate);
                });
    }

    private void check(IssueCertificateInput input, Volunteer volunteer, Viewer viewer) {
        input.problems(LocalDate.now(clock)).refuseIfAny();
        if (volunteer.is(viewer)) {
            throw new Refused(new FlowRefusal.SelfVerification());
        }
    }

    private static void requireValid(ServiceCertificate certificate) {
        if (!certificate.isValid()) {
            throw new Refused(new SocietyRefusal.NotInThisState("certificate", "REVOKED", List.of("VALID")));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Done done(String type, UUID id, int version, GridKey key, Instant now) {
        return new Done(id, version, List.of(new NewEvent(type, id, version, key, now)));
    }
}

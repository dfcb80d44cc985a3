package org.wangge.organisation.certificate;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Limits;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.organisation.volunteer.Volunteer;
import org.wangge.organisation.volunteer.VolunteerSight;
import org.wangge.organisation.volunteer.Volunteers;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import reactor.core.publisher.Mono;

/// Certificates in the graph.
@Controller
class CertificateController {
    private final Certificates certificates;
    private final Volunteers volunteers;
    private final Grids grids;
    private final Members members;
    private final Limits limits;

    CertificateController(
            Certificates certificates, Volunteers volunteers, Grids grids, Members members, Limits limits) {
        this.certificates = certificates;
        this.volunteers = volunteers;
        this.grids = grids;
        this.members = members;
        this.limits = limits;
    }

    @QueryMapping
    Mono<Connection<ServiceCertificate>> certificates(PageRequest page, @ContextValue Viewer viewer) {
        return certificates.page(VolunteerSight.of(viewer.signedIn()), page);
    }

    /// A wrong code is as no such number.
    @QueryMapping
    Mono<CertificateCheck> verifyCertificate(
            @Argument String no,
            @Argument String checkCode,
            @ContextValue Viewer viewer,
            @ContextValue String address) {
        limits.pass(Limits.Act.COMPARE, viewer, address);
        return certificates
                .numbered(no.strip())
                .filter(certificate -> CheckCode.isSame(certificate.checkCode(), checkCode))
                .map(CertificateCheck::of);
    }

    @BatchMapping
    Mono<Map<ServiceCertificate, Volunteer>> volunteer(
            List<ServiceCertificate> certificates, @ContextValue Viewer viewer) {
        var ids = certificates.stream().map(one -> one.volunteerId().value()).toList();
        return Batch.one(
                certificates,
                ServiceCertificate::volunteerId,
                volunteers.all(ids, VolunteerSight.of(viewer)),
                Volunteer::id);
    }

    @BatchMapping
    Mono<Map<ServiceCertificate, Grid>> issuer(List<ServiceCertificate> certificates) {
        var ids = certificates.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(certificates, ServiceCertificate::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping(field = "issuer")
    Mono<Map<CertificateCheck, Grid>> issuerOf(List<CertificateCheck> checks) {
        var ids = checks.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(checks, CertificateCheck::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<ServiceCertificate, Member>> issuedBy(List<ServiceCertificate> certificates, @ContextValue Viewer viewer) {
        var found = members.all(
                List.of(Batch.ids(certificates, ServiceCertificate::issuerUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(
                certificates,
                ServiceCertificate::issuerUuid,
                found,
                member -> member.id().value());
    }
}

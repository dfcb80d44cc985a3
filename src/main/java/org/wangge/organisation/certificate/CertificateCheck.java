package org.wangge.organisation.certificate;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// What anybody learns of a certificate by its number and check code: nothing of the volunteer.
record CertificateCheck(
        String no,
        boolean isValid,
        LocalDate fromOn,
        LocalDate toOn,
        int serviceMinutes,
        int starLevel,
        Instant issuedAt,
        GridId gridId,
        @Nullable Instant revokedAt) {
    static CertificateCheck of(ServiceCertificate certificate) {
        return new CertificateCheck(
                certificate.no(),
                certificate.isValid(),
                certificate.fromOn(),
                certificate.toOn(),
                certificate.minutes(),
                certificate.starLevel(),
                certificate.issuedAt(),
                certificate.gridId(),
                certificate.revokedAt());
    }
}

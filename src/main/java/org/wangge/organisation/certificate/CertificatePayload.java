package org.wangge.organisation.certificate;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a certificate.
record CertificatePayload(
        @Nullable ServiceCertificate certificate,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static CertificatePayload refused(Refusal refusal) {
        return new CertificatePayload(null, refusal, false, null);
    }
}

package org.wangge.organisation.certificate;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which certificate holds no more, and why.
public record RevokeCertificateInput(UUID key, ServiceCertificateId certificateId, int expectedVersion, String reason) {
    Problems problems() {
        return new Problems().text("reason", reason, 1, Problems.REMARK);
    }
}

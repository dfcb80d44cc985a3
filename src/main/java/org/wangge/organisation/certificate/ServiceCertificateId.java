package org.wangge.organisation.certificate;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [ServiceCertificate].
public record ServiceCertificateId(UUID value) {
    public static final String TYPE = "serviceCertificate";

    public static ServiceCertificateId of(String text) {
        return new ServiceCertificateId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

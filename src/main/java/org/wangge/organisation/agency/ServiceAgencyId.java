package org.wangge.organisation.agency;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [ServiceAgency].
public record ServiceAgencyId(UUID value) {
    public static final String TYPE = "serviceAgency";

    public static ServiceAgencyId of(String text) {
        return new ServiceAgencyId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

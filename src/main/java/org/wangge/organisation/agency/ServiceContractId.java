package org.wangge.organisation.agency;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [ServiceContract].
public record ServiceContractId(UUID value) {
    public static final String TYPE = "serviceContract";

    public static ServiceContractId of(String text) {
        return new ServiceContractId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

package org.wangge.resident;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names [Premises].
public record PremisesId(UUID value) {
    public static final String TYPE = "premises";

    public static PremisesId of(String text) {
        return new PremisesId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

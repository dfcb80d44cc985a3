package org.wangge.resident;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Resident].
public record ResidentId(UUID value) {
    public static final String TYPE = "resident";

    public static ResidentId of(String text) {
        return new ResidentId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

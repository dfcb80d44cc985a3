package org.wangge.resident;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

public record ResidentId(UUID value) {
    public static ResidentId of(String text) {
        return new ResidentId(GlobalId.decode("resident", text));
    }

    @Override
    public String toString() {
        return GlobalId.encode("resident", value);
    }
}

package org.wangge.resident;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Household].
public record HouseholdId(UUID value) {
    public static final String TYPE = "household";

    public static HouseholdId of(String text) {
        return new HouseholdId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

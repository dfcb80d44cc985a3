package org.wangge.town;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Something of the [Town] that is not a grid: its kind and number make its id.
public record TownThing(String type, int kind, int number) {
    public UUID uuid() {
        return Town.uuid(kind, number);
    }

    /// The id as the graph writes it.
    public String id() {
        return GlobalId.encode(type, uuid());
    }
}

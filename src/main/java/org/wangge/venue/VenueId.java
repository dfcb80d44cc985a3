package org.wangge.venue;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Venue].
public record VenueId(UUID value) {
    public static final String TYPE = "venue";

    public static VenueId of(String text) {
        return new VenueId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

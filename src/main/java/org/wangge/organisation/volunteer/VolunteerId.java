package org.wangge.organisation.volunteer;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Volunteer].
public record VolunteerId(UUID value) {
    public static final String TYPE = "volunteer";

    public static VolunteerId of(String text) {
        return new VolunteerId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

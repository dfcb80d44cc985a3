package org.wangge.meeting.resolution;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names an [Objection].
public record ObjectionId(UUID value) {
    public static final String TYPE = "resolutionObjection";

    public static ObjectionId of(String text) {
        return new ObjectionId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

package org.wangge.meeting.resolution;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Resolution].
public record ResolutionId(UUID value) {
    public static final String TYPE = "resolution";

    public static ResolutionId of(String text) {
        return new ResolutionId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

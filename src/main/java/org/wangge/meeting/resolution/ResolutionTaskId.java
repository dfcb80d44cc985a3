package org.wangge.meeting.resolution;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [ResolutionTask].
public record ResolutionTaskId(UUID value) {
    public static final String TYPE = "resolutionTask";

    public static ResolutionTaskId of(String text) {
        return new ResolutionTaskId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

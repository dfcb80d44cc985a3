package org.wangge.personnel;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names an [Assignment].
public record AssignmentId(UUID value) {
    public static final String TYPE = "assignment";

    public static AssignmentId of(String text) {
        return new AssignmentId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

package org.wangge.project;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [LivelihoodProject].
public record ProjectId(UUID value) {
    public static final String TYPE = "livelihoodProject";

    public static ProjectId of(String text) {
        return new ProjectId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

package org.wangge.meeting;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Council].
public record CouncilId(UUID value) {
    public static final String TYPE = "council";

    public static CouncilId of(String text) {
        return new CouncilId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

package org.wangge.grid;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Grid].
public record GridId(UUID value) {
    public static final String TYPE = "grid";

    public static GridId of(String text) {
        return new GridId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

package org.wangge.personnel.duty;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Post].
public record PostId(UUID value) {
    public static final String TYPE = "post";

    public static PostId of(String text) {
        return new PostId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

package org.wangge.personnel;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Member].
public record MemberId(UUID value) {
    public static final String TYPE = "member";

    public static MemberId of(String text) {
        return new MemberId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

package org.wangge.personnel;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

public record MemberId(UUID value) {
    public static MemberId of(String text) {
        return new MemberId(GlobalId.decode("member", text));
    }

    @Override
    public String toString() {
        return GlobalId.encode("member", value);
    }
}

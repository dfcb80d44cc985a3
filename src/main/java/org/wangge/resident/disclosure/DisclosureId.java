package org.wangge.resident.disclosure;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Disclosure].
public record DisclosureId(UUID value) {
    public static final String TYPE = "disclosure";

    public static DisclosureId of(String text) {
        return new DisclosureId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

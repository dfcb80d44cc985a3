package org.wangge.access.account.administration;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [GrantedRole].
record GrantId(UUID value) {
    static final String TYPE = "grant";

    public static GrantId of(String text) {
        return new GrantId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

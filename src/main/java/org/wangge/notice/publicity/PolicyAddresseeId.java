package org.wangge.notice.publicity;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [PolicyAddressee].
public record PolicyAddresseeId(UUID value) {
    public static final String TYPE = "policyAddressee";

    public static PolicyAddresseeId of(String text) {
        return new PolicyAddresseeId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

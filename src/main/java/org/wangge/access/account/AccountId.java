package org.wangge.access.account;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names an [Account].
public record AccountId(UUID value) {
    public static final String TYPE = "account";

    public static AccountId of(String text) {
        return new AccountId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

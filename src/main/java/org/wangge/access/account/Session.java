package org.wangge.access.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;

/// Where somebody is signed in.
public record Session(
        SessionId id,
        Instant begunAt,
        Instant seenAt,
        Instant expiresAt,
        @Nullable String address,
        boolean isCurrent) {
    /// Names a [Session].
    public record SessionId(UUID value) {
        static final String TYPE = "session";

        public static SessionId of(String text) {
            return new SessionId(GlobalId.decode(TYPE, text));
        }

        @Override
        public String toString() {
            return GlobalId.encode(TYPE, value);
        }
    }
}

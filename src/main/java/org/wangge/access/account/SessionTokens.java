package org.wangge.access.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a client keeps of a session, and what it has to do first.
public record SessionTokens(
        String accessToken,
        Instant expiresAt,
        String refreshToken,
        Instant refreshExpiresAt,
        @Nullable Restriction restriction) {
    @Override
    public String toString() {
        return "tokens until " + refreshExpiresAt;
    }
}

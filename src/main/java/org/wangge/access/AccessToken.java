package org.wangge.access;

import java.time.Instant;

/// A token that says who asks, for a short while.
public record AccessToken(String text, Instant expiresAt) {
    @Override
    public String toString() {
        return "AccessToken[until " + expiresAt + "]";
    }
}

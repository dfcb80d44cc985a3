package org.wangge.access.account.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// What a token of another issuer says, once it is trusted.
///
/// @param id what tells it from others of its issuer
/// @param account what names the account
record ForeignToken(String id, String account, boolean secondFactor, Instant seenAt, Instant expiresAt) {
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "foreign token";
    }
}

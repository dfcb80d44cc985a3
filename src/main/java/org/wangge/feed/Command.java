package org.wangge.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// What somebody asks to be done, once: the same actor and key again is the same request, if it
/// also reads the same.
public record Command(String actor, UUID key, String name, Object input) {
    byte[] hash() {
        try {
            var text = name + '|' + input;
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

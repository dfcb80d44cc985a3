package org.wangge.access.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The key that opens the other keys. It is not in the database: a copy of the database without it
/// tells nothing about anybody.
public final class MasterKey {
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Engine engine;

    MasterKey(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("a master key has 32 bytes");
        }
        this.engine = new AesEngine(key, key);
    }

    /// The key in its base64 spelling, or null when the text is none.
    public static @Nullable MasterKey read(String text) {
        try {
            var key = Base64.getDecoder().decode(text.strip());
            return key.length == LENGTH ? new MasterKey(key) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    static String draw() {
        var key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /// Seals a secret of the server's own. The label says what it is, and is sealed in with it.
    public byte[] seal(byte[] secret, String label) {
        var nonce = new byte[Engine.NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = engine.seal(nonce, secret, label.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /// @throws GeneralSecurityException when another master key sealed it, or under another label
    public byte[] open(byte[] sealed, String label) throws GeneralSecurityException {
        if (sealed.length < Engine.NONCE) {
            throw new GeneralSecurityException("too short");
        }
        return engine.open(
                Arrays.copyOf(sealed, Engine.NONCE),
                Arrays.copyOfRange(sealed, Engine.NONCE, sealed.length),
                label.getBytes(StandardCharsets.UTF_8));
    }
}

package org.wangge.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Good once instead of a code, for whoever lost the device: 80 random bits, of which the hash is kept.
record RecoveryCode(String letters) {
    private static final int COUNT = 10;
    private static final int BYTES = 10;

    static List<RecoveryCode> ten() {
        return Stream.generate(() -> new RecoveryCode(Base32.random(BYTES)))
                .limit(COUNT)
                .toList();
    }

    static RecoveryCode typed(String text) {
        return new RecoveryCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /// In groups of four.
    String text() {
        return letters.replaceAll("(.{4})(?=.)", "$1-");
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "recovery code";
    }
}

package org.wangge.issue;

import java.security.SecureRandom;
import java.util.Locale;

/// The code on the receipt of a report, by which its reporter follows it without an account: ten
/// characters that are hard to guess (50 bits) and easy to read aloud (no I, L, O, U).
public final class TrackingCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TrackingCode() {}

    public static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .reduce("", String::concat);
    }

    /// What somebody typed, with the usual mistakes mended.
    public static String read(String typed) {
        return typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[\\s-]", "");
    }
}

package org.wangge.organisation.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/// The code on a certificate that nobody guesses: twelve characters without those that are mistaken for each
/// other, 59 bits, written in groups of four.
final class CheckCode {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CheckCode() {}

    static String made() {
        var characters = RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
        return characters.replaceAll("(.{4})(?=.)", "$1-");
    }

    /// However it is typed: without its dashes, or in small letters.
    static boolean isSame(String code, String typed) {
        return MessageDigest.isEqual(bytes(code), bytes(typed));
    }

    private static byte[] bytes(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}

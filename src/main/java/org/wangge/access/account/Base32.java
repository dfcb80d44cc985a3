package org.wangge.access.account;

import java.security.SecureRandom;

/// Bytes in the letters that people can type (RFC 4648, without padding).
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Base32() {}

    static String random(int bytes) {
        var drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return encode(drawn);
    }

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (var next : bytes) {
            held = held << Byte.SIZE | next & 0xff;
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(LETTERS.charAt(held >> bits - BITS & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(LETTERS.charAt(held << BITS - bits & 31)).toString();
    }
}

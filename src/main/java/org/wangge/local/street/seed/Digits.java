package org.wangge.local.street.seed;

/// Numbers of a fixed width, in the same digits on every machine: `formatted` would ask the locale.
public final class Digits {
    private Digits() {}

    public static String of(int number, int width) {
        var digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}

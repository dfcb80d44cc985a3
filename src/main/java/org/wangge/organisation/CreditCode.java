package org.wangge.organisation;

/// The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015): 18 characters, the last
/// of which checks the others.
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int BASE = 31;

    private CreditCode() {}

    /// Whether it is one, as it is written: in capitals, without spaces.
    public static boolean isRight(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && completed(code.substring(0, LENGTH - 1)).equals(code);
    }

    /// The first seventeen characters with the eighteenth behind them.
    public static String completed(String seventeen) {
        var sum = 0;
        var weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % BASE;
        }
        return seventeen + ALPHABET.charAt((BASE - sum % BASE) % BASE);
    }
}

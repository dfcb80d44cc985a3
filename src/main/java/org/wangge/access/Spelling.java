package org.wangge.access;

import java.text.Normalizer;
import java.util.Locale;

/// One spelling for each personal value, however it was typed, so that two that mean the same are
/// the same: for blind indexes, and wherever they are compared.
public final class Spelling {
    private static final String CHINA = "86";
    private static final int MOBILE = 11;

    private Spelling() {}

    /// The digits of E.164 without the `+`: `138 1234 5678`, `+86-138-1234-5678` and full-width digits
    /// are all `8613812345678`. A number that names no country is one of China.
    public static String phone(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        var digits = text.replaceAll("[^0-9]", "");
        if (text.startsWith("+")) {
            return digits;
        }
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        if (digits.startsWith("0")) {
            return CHINA + digits.substring(1);
        }
        return isWithCountry(digits) ? digits : CHINA + digits;
    }

    /// Without spaces, in capitals: a trailing `x` is the check digit `X`.
    public static String idDocument(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /// Composed, and without space around it; ideographs stay which they are.
    public static String name(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    /// As it is dialled within China, or with its country if that is another one.
    static String dialled(String typed) {
        var digits = phone(typed);
        if (!digits.startsWith(CHINA)) {
            return digits;
        }
        var national = digits.substring(CHINA.length());
        return national.startsWith("1") && national.length() == MOBILE ? national : trunk(typed) + national;
    }

    private static String trunk(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().startsWith("0") ? "0" : "";
    }

    private static boolean isWithCountry(String digits) {
        return digits.length() == CHINA.length() + MOBILE && digits.startsWith(CHINA + "1");
    }
}

package org.wangge.resident.correction;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.wangge.access.Personal;
import org.wangge.access.Spelling;

/// A phone number in clear, as long as it takes to check and to seal it.
record Phone(String number) {
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9][0-9 ()-]*");
    private static final Pattern WITH_COUNTRY = Pattern.compile("[1-9]\\d{7,14}");
    private static final Pattern MOBILE = Pattern.compile("86(1\\d{10})");
    private static final Pattern MOBILE_OF_WRONG_LENGTH = Pattern.compile("861(\\d{0,9}|\\d{11,})");

    Phone {
        number = Normalizer.normalize(number, Normalizer.Form.NFKC).strip();
    }

    boolean isValid() {
        var digits = Spelling.phone(number);
        return WRITTEN.matcher(number).matches()
                && WITH_COUNTRY.matcher(digits).matches()
                && !MOBILE_OF_WRONG_LENGTH.matcher(digits).matches();
    }

    /// A Chinese mobile number as its eleven digits, any other as it was written.
    String kept() {
        var mobile = MOBILE.matcher(Spelling.phone(number));
        return mobile.matches() ? mobile.group(1) : number;
    }

    @Override
    public String toString() {
        return Personal.phone(number).toString();
    }
}

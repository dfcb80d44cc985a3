package org.wangge.access.account.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.text.Normalizer;
import java.util.Set;
import org.wangge.access.Personal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// A number that text messages reach, as E.164 writes it; shown masked only.
public record Phone(String e164) {
    private static final String HOME = "CN";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /// Reads a number however it is written; one without a country is of China.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED when it is no mobile number
    public static Phone of(String path, String typed) {
        try {
            var number = NUMBERS.parse(Normalizer.normalize(typed, Normalizer.Form.NFKC), HOME);
            if (NUMBERS.isValidNumber(number) && MOBILE.contains(NUMBERS.getNumberType(number))) {
                return new Phone(NUMBERS.format(number, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException noNumber) {
            throw Problems.single(path, ProblemCode.MALFORMED);
        }
        throw Problems.single(path, ProblemCode.MALFORMED);
    }

    public String mask() {
        return Personal.phone(e164).display();
    }

    @Override
    public String toString() {
        return mask();
    }
}

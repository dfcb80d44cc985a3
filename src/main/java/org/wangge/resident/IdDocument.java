package org.wangge.resident;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.Spelling;

/// An id document in clear, as long as it takes to check and to seal it. The number of a resident's
/// card tells the birth date and the sex, and ends in a check digit (GB 11643-1999).
public record IdDocument(IdDocumentType type, String number) {
    private static final Pattern CARD = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final Pattern PERMIT = Pattern.compile("[HM]?\\d{8}(\\d{2})?");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{4,32}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    public IdDocument {
        number = Spelling.idDocument(number);
    }

    /// The seventeen digits of a card with the eighteenth behind them.
    public static String completed(String seventeen) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(seventeen.charAt(i), 10);
        }
        return seventeen + CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }

    /// Whether there can be a document of this number: whoever was born has been born.
    public boolean isValid(LocalDate today) {
        return switch (type) {
            case RESIDENT_ID -> isCard(today);
            case HK_MO_TW_PERMIT -> PERMIT.matcher(number).matches();
            case PASSPORT -> PASSPORT.matcher(number).matches();
            case OTHER -> OTHER.matcher(number).matches();
        };
    }

    /// Whether a valid document can be of somebody of that birth date and sex.
    public boolean agreesWith(LocalDate birthOn, Sex sex) {
        if (type != IdDocumentType.RESIDENT_ID) {
            return true;
        }
        var isOfSex = switch (sex) {
            case MALE, FEMALE -> sex() == sex;
            case UNKNOWN, NOT_STATED -> true;
        };
        return isOfSex && birthOn.equals(birthOn());
    }

    private boolean isCard(LocalDate today) {
        var bornOn = CARD.matcher(number).matches() ? birthOn() : null;
        return bornOn != null
                && !bornOn.isAfter(today)
                && completed(number.substring(0, WEIGHTS.length)).equals(number);
    }

    private @Nullable LocalDate birthOn() {
        try {
            return LocalDate.of(digits(6, 10), digits(10, 12), digits(12, 14));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private Sex sex() {
        return digits(16, 17) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    private int digits(int from, int to) {
        return Integer.parseInt(number.substring(from, to));
    }

    @Override
    public String toString() {
        return type + " " + Personal.idDocument(number);
    }
}

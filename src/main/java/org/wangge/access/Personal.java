package org.wangge.access;

import org.jspecify.annotations.Nullable;

/// A personal value (个人信息) as it may be shown. The value itself is left behind where the row is
/// read: what is not here gets into no log, no error and no answer.
public record Personal(String display, String policy) {
    private static final String MASK = "*";
    private static final String GAP = "****";
    private static final int WHOLE_PHONE = 11;
    private static final int LOCAL_PHONE = 8;
    private static final int SHORT_DOCUMENT = 8;

    /// Made from a mask that stands beside the sealed value: showing it opens nothing.
    public static Personal masked(String display, String policy) {
        return new Personal(display, policy);
    }

    /// Masks a name by its first character, whatever its length: 张三丰 is `张*`, 阿依古丽·买买提 is
    /// `阿*`, and 𠮷田, which begins outside of the basic plane, is `𠮷*`. Of a name with one
    /// character nothing is left.
    public static Personal name(String name) {
        var first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return new Personal(first < name.length() ? name.substring(0, first) + MASK : MASK, "name");
    }

    /// Masks a phone number by its first three and last four digits, without the country if that is
    /// China: `138****5678`. Of one too short for that only the end is left.
    public static Personal phone(String phone) {
        var digits = Spelling.dialled(phone);
        var length = digits.length();
        var start = length >= WHOLE_PHONE ? digits.substring(0, 3) : "";
        var shown = length >= LOCAL_PHONE ? 4 : Math.min(1, length);
        return new Personal(start + GAP + digits.substring(length - shown), "phone");
    }

    /// Masks the number of an id document by its first three and last four characters; of one with
    /// eight or fewer only the last is left.
    public static Personal idDocument(String number) {
        var points = number.codePoints().toArray();
        var start = points.length > SHORT_DOCUMENT ? 3 : 0;
        var end = points.length > SHORT_DOCUMENT ? 4 : Math.min(1, points.length);
        var hidden = Math.max(1, points.length - start - end);
        var display = new String(points, 0, start)
                + MASK.repeat(hidden)
                + new String(points, points.length - (points.length > 1 ? end : 0), points.length > 1 ? end : 0);
        return new Personal(display, "idDocument");
    }

    /// The value in clear; always masked so far.
    public @Nullable String value() {
        return null;
    }

    public Visibility visibility() {
        return Visibility.MASKED;
    }

    @Override
    public String toString() {
        return display;
    }
}

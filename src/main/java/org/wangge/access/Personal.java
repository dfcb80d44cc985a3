package org.wangge.access;

import org.jspecify.annotations.Nullable;

/// A personal value (个人信息) as it may be shown. The value itself is left behind where the row is
/// read: what is not here gets into no log, no error and no answer.
public record Personal(String display, String policy) {
    private static final String MASK = "*";

    /// Masks a name by its first character, whatever its length: 张三丰 is `张*`, 阿依古丽·买买提 is
    /// `阿*`, and 𠮷田, which begins outside of the basic plane, is `𠮷*`. Of a name with one
    /// character nothing is left.
    public static Personal name(String name) {
        var first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return new Personal(first < name.length() ? name.substring(0, first) + MASK : MASK, "name");
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

package org.wangge.access;

import org.jspecify.annotations.Nullable;

/// A personal value in clear, on its way to whoever may see it; masked wherever it is written down.
public record ClearText(String value, Personal mask) {
    public static @Nullable ClearText name(@Nullable String name) {
        return name == null ? null : new ClearText(name, Personal.name(name));
    }

    public static @Nullable ClearText phone(@Nullable String phone) {
        return phone == null ? null : new ClearText(phone, Personal.phone(phone));
    }

    public String display() {
        return value;
    }

    public Visibility visibility() {
        return Visibility.FULL;
    }

    public String policy() {
        return mask.policy();
    }

    @Override
    public String toString() {
        return mask.toString();
    }
}

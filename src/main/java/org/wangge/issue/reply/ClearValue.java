package org.wangge.issue.reply;

import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.Visibility;

/// A name or phone in clear, on its way to whoever may see it; masked wherever it is written down.
record ClearValue(String value, Personal mask) {
    static @Nullable ClearValue name(@Nullable String name) {
        return name == null ? null : new ClearValue(name, Personal.name(name));
    }

    static @Nullable ClearValue phone(@Nullable String phone) {
        return phone == null ? null : new ClearValue(phone, Personal.phone(phone));
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

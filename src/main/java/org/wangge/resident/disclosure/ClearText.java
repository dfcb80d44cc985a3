package org.wangge.resident.disclosure;

import org.wangge.access.Personal;
import org.wangge.access.Visibility;

/// A personal value in clear, on its way to whoever may see it; masked wherever it is written down.
record ClearText(String value, Personal mask) {
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

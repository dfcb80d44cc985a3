package org.wangge.resident.disclosure;

import java.util.Locale;
import org.wangge.access.ClearText;
import org.wangge.access.Personal;

/// A personal value of a resident that is kept sealed.
public enum PersonalField {
    NAME,
    ID_DOCUMENT,
    PHONE;

    /// The columns of its cell, mask and index begin with it.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where its cells are sealed for.
    public String place() {
        return "resident." + column();
    }

    public Personal masked(String clear) {
        return switch (this) {
            case NAME -> Personal.name(clear);
            case ID_DOCUMENT -> Personal.idDocument(clear);
            case PHONE -> Personal.phone(clear);
        };
    }

    ClearText clear(String value) {
        return new ClearText(value, masked(value));
    }
}

package org.wangge.resident.disclosure;

/// A personal value of a resident that is kept sealed.
public enum PersonalField {
    NAME,
    ID_DOCUMENT,
    PHONE
}

package org.wangge.resident.correction;

/// A fact of a resident's record that can be wrong.
public enum RecordField {
    NAME,
    ID_DOCUMENT,
    PHONE,
    RESIDENCY,
    RELATION,
    CARE_NEEDS
}

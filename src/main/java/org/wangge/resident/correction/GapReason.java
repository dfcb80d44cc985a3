package org.wangge.resident.correction;

/// Why a record wants looking after (台账缺项).
public enum GapReason {
    NOT_VERIFIED_LATELY,
    NO_PHONE,
    NO_ID_DOCUMENT,
    ID_DOCUMENT_CONTRADICTS
}

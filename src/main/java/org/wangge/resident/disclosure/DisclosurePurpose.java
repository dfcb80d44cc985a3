package org.wangge.resident.disclosure;

/// What a look at personal values is for.
public enum DisclosurePurpose {
    VISIT,
    ISSUE,
    CARE,
    CORRECTION,
    EMERGENCY,
    OFFICIAL_REQUEST,
    OWN_RECORD
}

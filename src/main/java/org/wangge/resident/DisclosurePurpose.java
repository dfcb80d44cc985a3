package org.wangge.resident;

/// What a look at personal values is for.
public enum DisclosurePurpose {
    VISIT,
    ISSUE,
    CARE,
    CORRECTION,
    EMERGENCY,
    OFFICIAL_REQUEST,
    VOLUNTEERING,
    OWN_RECORD
}

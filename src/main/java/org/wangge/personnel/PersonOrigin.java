package org.wangge.personnel;

/// Where a member of the teams comes from.
public enum PersonOrigin {
    TWO_COMMITTEES,
    GROUP_HEAD,
    PARTY_MEMBER,
    KEY_RESIDENT,
    SUBDISTRICT_CADRE,
    FULL_TIME,
    PROFESSIONAL
}

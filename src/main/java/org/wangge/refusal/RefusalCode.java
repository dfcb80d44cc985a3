package org.wangge.refusal;

/// The closed set of expected refusals; the names are part of the public contract.
public enum RefusalCode {
    INPUT_REJECTED,
    KEY_REUSED,
    STALE_VERSION,
    POSITION_TAKEN,
    ID_TAKEN,
    CREDENTIALS_REJECTED,
    SIGN_IN_LOCKED,
    SECOND_FACTOR_NEEDED,
    SESSION_ENDED,
    PHONE_NEEDED,
    NAME_TAKEN,
    ROLES_APART,
    ONESELF,
    LAST_ADMINISTRATOR,
    ROTATION_UNDER_WAY,
    QUOTA_USED_UP
}

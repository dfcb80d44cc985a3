package org.wangge.refusal;

/// The closed set of expected refusals; the names are part of the public contract.
public enum RefusalCode {
    INPUT_REJECTED,
    KEY_REUSED,
    STALE_VERSION,
    POSITION_TAKEN,
    ID_TAKEN,
    ONESELF,
    QUOTA_USED_UP
}

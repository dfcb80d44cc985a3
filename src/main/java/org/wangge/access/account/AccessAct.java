package org.wangge.access.account;

/// What the access log tells of.
public enum AccessAct {
    SIGN_IN,
    SIGN_IN_BY_PHONE,
    SIGN_IN_BY_WECHAT,
    SIGN_IN_BY_ISSUER,
    REFRESH,
    SIGN_OUT,
    END_SESSION,
    CHANGE_PASSWORD,
    REQUEST_PHONE_CODE,
    CONFIRM_SECOND_FACTOR,
    CREATE_ACCOUNT,
    DISABLE_ACCOUNT,
    ENABLE_ACCOUNT,
    RESET_PASSWORD,
    END_SESSIONS,
    GRANT_ROLE,
    END_GRANT,
    UNLOCK_ACCOUNT,
    RESET_SECOND_FACTOR,
    FIRST_ADMINISTRATOR;

    /// Whether administrators do it, and not people with their own accounts.
    public boolean isAdministration() {
        return ordinal() >= CREATE_ACCOUNT.ordinal();
    }
}

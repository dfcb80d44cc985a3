package org.wangge.issue;

/// Why an issue is not accepted; each has another way that the reporter is told.
public enum RejectReason {
    OUT_OF_JURISDICTION,
    JUDICIAL_OR_PETITION_ROUTE,
    EMERGENCY_LINE,
    SECRET_OR_PRIVACY,
    NO_SUBSTANCE,
    MALICIOUS,
    NOT_ON_DUTY_LIST
}

package org.wangge.issue.evidence;

/// Where one of the five stands: still to come, there, accepted or failed by the verifier, or waived.
public enum EvidenceStanding {
    MISSING,
    PRESENT,
    ACCEPTED,
    FAILED,
    WAIVED
}

package org.wangge.issue.evidence;

/// Why a matter came about.
public enum CauseCode {
    AGEING,
    DAMAGE,
    MANAGEMENT_GAP,
    UNCLEAR_OWNERSHIP,
    FUNDING,
    BEHAVIOUR,
    NATURAL,
    POLICY,
    MISUNDERSTANDING,
    OTHER
}

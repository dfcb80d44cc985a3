package org.wangge.organisation.agency;

/// How an evaluation ends. A poor one holds the instalment back.
public enum Grade {
    EXCELLENT,
    GOOD,
    FAIR,
    POOR
}

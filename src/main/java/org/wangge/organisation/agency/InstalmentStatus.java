package org.wangge.organisation.agency;

/// Where an instalment stands: not evaluated yet, to be paid, held back, or paid.
public enum InstalmentStatus {
    PLANNED,
    APPROVED,
    WITHHELD,
    PAID
}

package org.wangge.resident;

/// How premises are used.
public enum Occupancy {
    OWNER,
    RENTED,
    VACANT,
    GROUP_RENTED
}

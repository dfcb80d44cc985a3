package org.wangge.grid;

/// Whether people live in a grid, or it is a park, a market, a school (专属网格).
public enum GridKind {
    RESIDENTIAL,
    DEDICATED
}

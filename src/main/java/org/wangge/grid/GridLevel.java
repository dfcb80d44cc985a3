package org.wangge.grid;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The levels of the tree; the last four are the four levels of governance (四级网格).
public enum GridLevel {
    DISTRICT(12),
    SUBDISTRICT(12),
    COMMUNITY(12),
    COMPREHENSIVE(15),
    RESIDENT_GROUP(17),
    COURTYARD(20);

    private static final GridLevel[] BY_DEPTH = values();

    private final int codeDigits;

    GridLevel(int codeDigits) {
        this.codeDigits = codeDigits;
    }

    /// The number that stands for a level in the database: 0 for a district to 5 for a courtyard.
    public short depth() {
        return (short) ordinal();
    }

    public int codeDigits() {
        return codeDigits;
    }

    /// Whether a grid of this level can hold grids of the other.
    public boolean holds(GridLevel other) {
        return ordinal() < other.ordinal();
    }

    /// The level below, null below courtyards.
    public @Nullable GridLevel next() {
        return this == COURTYARD ? null : BY_DEPTH[ordinal() + 1];
    }

    public static GridLevel ofDepth(int depth) {
        return BY_DEPTH[depth];
    }

    static boolean isCodeLength(int digits) {
        return Arrays.stream(BY_DEPTH).anyMatch(level -> level.codeDigits == digits);
    }
}

package org.wangge.issue.statistics;

/// So many out of so many; of a number alone the whole is 0.
record Ratio(long part, long whole) {
    static final Ratio NONE = new Ratio(0, 0);

    Ratio plus(Ratio other) {
        return new Ratio(part + other.part, whole + other.whole);
    }
}

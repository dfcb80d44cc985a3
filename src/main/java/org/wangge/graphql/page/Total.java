package org.wangge.graphql.page;

/// How many items a list has: exact up to 10,000, above that "at least" so many.
public record Total(int amount, Accuracy accuracy) {
    static final int CAP = 10_000;

    /// Whether an amount is the number itself.
    public enum Accuracy {
        EXACT,
        AT_LEAST
    }

    static Total of(long counted) {
        return counted > CAP ? new Total(CAP, Accuracy.AT_LEAST) : new Total((int) counted, Accuracy.EXACT);
    }
}

package org.wangge.issue.statistics;

import org.jspecify.annotations.Nullable;

/// How exactly figures are told. Whoever holds the right to figures of few people gets them as they
/// are; others get nothing below five, and everything else in fives, so that what is not told cannot
/// be found by subtraction either.
enum Veil {
    NONE,
    COARSE;

    private static final int FEW = 5;

    /// Null when it is too few to be told.
    @Nullable
    Integer count(long amount) {
        if (this == NONE) {
            return Math.toIntExact(amount);
        }
        return isFew(amount) ? null : inFives(amount);
    }

    Rate rate(Ratio ratio) {
        return rate(ratio, 1);
    }

    /// As for opinions: a share of less than five says nothing, whoever asks.
    Rate rateOfMany(Ratio ratio) {
        return rate(ratio, FEW);
    }

    HandlingTime time(HandlingTime time) {
        var count = time.count() == null ? null : count(time.count());
        return count == null
                ? new HandlingTime(null, null, null)
                : new HandlingTime(count, time.active(), time.elapsed());
    }

    private Rate rate(Ratio ratio, int least) {
        var denominator = count(ratio.whole());
        var numerator = denominator == null || isSingled(ratio) ? null : count(ratio.part());
        if (denominator == null || numerator == null) {
            return new Rate(null, denominator, null, true);
        }
        return new Rate(numerator, denominator, ratio.whole() < least ? null : share(numerator, denominator), false);
    }

    /// Whether those who are in or those who are not are so few that they could be known.
    private boolean isSingled(Ratio ratio) {
        return this == COARSE && (isFew(ratio.part()) || isFew(ratio.whole() - ratio.part()));
    }

    private static double share(int numerator, int denominator) {
        return (double) numerator / denominator;
    }

    private static boolean isFew(long amount) {
        return amount > 0 && amount < FEW;
    }

    private static int inFives(long amount) {
        return Math.toIntExact(Math.round((double) amount / FEW) * FEW);
    }
}

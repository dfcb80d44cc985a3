package org.wangge.meeting;

import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// A part of a whole that must be reached, or exceeded when `above` (过半): `parts` out of `of`.
public record Share(int parts, int of, boolean above) {
    private static final int MOST = 100;

    /// How many of a whole are enough.
    public int needed(int whole) {
        var exact = Math.multiplyExact(whole, parts);
        return above ? exact / of + 1 : Math.ceilDiv(exact, of);
    }

    void addTo(Problems problems, String path) {
        problems.check(of >= 1 && of <= MOST, path + ".of", ProblemCode.OUT_OF_RANGE, 1, MOST)
                .check(parts >= 1 && parts <= most(), path + ".parts", ProblemCode.OUT_OF_RANGE, 1, most());
    }

    /// Nobody exceeds the whole.
    private int most() {
        return above ? of - 1 : of;
    }
}

package org.wangge.issue.statistics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// All that was counted for one part of the tree; what was not found is none.
record Tally(Map<Figure, Ratio> counted) {
    static final Tally EMPTY = new Tally(Map.of());

    Tally {
        counted = Map.copyOf(counted);
    }

    Ratio of(Figure figure) {
        return counted.getOrDefault(figure, Ratio.NONE);
    }

    static Tally sum(Collection<Tally> tallies) {
        var sum = new EnumMap<Figure, Ratio>(Figure.class);
        tallies.forEach(tally -> tally.counted.forEach((figure, ratio) -> sum.merge(figure, ratio, Ratio::plus)));
        return new Tally(sum);
    }
}

package org.wangge.local.street.land;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.wangge.local.street.seed.Dice;

/// Into how many parts each part is cut: 10 communities, 46 comprehensive grids, 86 resident
/// groups, 634 courtyards, as the street of the article has them.
record Division(List<Division> parts) {
    private static final Division COURTYARD = new Division(List.of());
    private static final int[] COMPREHENSIVE = {5, 5, 4, 5, 4, 5, 4, 5, 4, 5};

    static Division ofStreet() {
        var dice = Dice.named("division", 0);
        var groups = spread(86, 46, 1, 3, dice);
        var courtyards = spread(634, 86, 4, 12, dice);
        var level4 = gather(courtyards, Collections.nCopies(634, COURTYARD));
        var level3 = gather(groups, level4);
        return new Division(gather(COMPREHENSIVE, level3));
    }

    /// Exactly `total` over `shares`, none below `least` or above `most`.
    static int[] spread(int total, int shares, int least, int most, Dice dice) {
        var counts = new int[shares];
        Arrays.fill(counts, least);
        for (var left = total - shares * least; left > 0; ) {
            var share = dice.below(shares);
            if (counts[share] < most) {
                counts[share]++;
                left--;
            }
        }
        return counts;
    }

    private static List<Division> gather(int[] counts, List<Division> parts) {
        var gathered = new ArrayList<Division>();
        var from = 0;
        for (var count : counts) {
            gathered.add(new Division(List.copyOf(parts.subList(from, from + count))));
            from += count;
        }
        return gathered;
    }
}

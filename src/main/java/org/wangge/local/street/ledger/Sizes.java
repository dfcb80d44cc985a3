package org.wangge.local.street.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.wangge.local.street.seed.Dice;

/// How many households each courtyard has (30 to 100) and how many people each household, so that
/// 66,473 come out exactly.
final class Sizes {
    private static final String BY_TWENTY = "11112222223333344455";

    private final Dice dice = Dice.named("sizes", 0);
    private final List<List<Integer>> byCourtyard = new ArrayList<>();

    static Iterator<List<Integer>> of(int residents, int courtyards) {
        var sizes = new Sizes();
        for (var i = 0; i < courtyards; i++) {
            sizes.byCourtyard.add(sizes.households());
        }
        sizes.settle(residents);
        return sizes.byCourtyard.iterator();
    }

    private List<Integer> households() {
        var count = Math.min(100, 30 + (int) (-8.2 * StrictMath.log(1 - dice.share())));
        var sizes = new ArrayList<Integer>();
        for (var i = 0; i < count; i++) {
            var size = BY_TWENTY.charAt(dice.below(20)) - '0';
            sizes.add(size == 5 && dice.chance(0.35) ? dice.chance(0.75) ? 6 : 7 : size);
        }
        return sizes;
    }

    private void settle(int residents) {
        var missing = residents - people();
        while (missing != 0) {
            var sizes = dice.pick(byCourtyard);
            var household = dice.below(sizes.size());
            var size = sizes.get(household) + Integer.signum(missing);
            if (size >= 1 && size <= 6) {
                sizes.set(household, size);
                missing -= Integer.signum(missing);
            }
        }
    }

    private int people() {
        return byCourtyard.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
    }
}

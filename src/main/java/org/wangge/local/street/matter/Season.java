package org.wangge.local.street.matter;

import java.util.Set;

/// The months in which a topic comes up more often than in others.
public enum Season {
    ALL(Set.of(), 1),
    SPRING(Set.of(3, 4, 5), 2.2),
    SUMMER(Set.of(6, 7, 8, 9), 2),
    FLOOD(Set.of(6, 7, 8), 16),
    SCHOOL(Set.of(5, 6, 8), 3.5),
    WINTER(Set.of(11, 12, 1), 2.2);

    private final Set<Integer> months;
    private final double factor;

    Season(Set<Integer> months, double factor) {
        this.months = months;
        this.factor = factor;
    }

    double factor(int month) {
        return months.contains(month) ? factor : 1;
    }
}

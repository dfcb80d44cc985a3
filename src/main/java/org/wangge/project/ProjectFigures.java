package org.wangge.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was wished and built in a grid and a time.
record ProjectFigures(List<OfKind> byKind) {
    ProjectFigures {
        byKind = List.copyOf(byKind);
    }

    public int collectedCount() {
        return byKind.stream().mapToInt(OfKind::collectedCount).sum();
    }

    public int completedCount() {
        return byKind.stream().mapToInt(OfKind::completedCount).sum();
    }

    public int ratingCount() {
        return byKind.stream().mapToInt(OfKind::ratingCount).sum();
    }

    public int satisfiedCount() {
        return byKind.stream().mapToInt(OfKind::satisfiedCount).sum();
    }

    /// Projects of one kind that are counted in one unit; null for those without a plan.
    record OfKind(
            ProjectKind kind,
            @Nullable String unit,
            int collectedCount,
            int completedCount,
            double plannedQuantity,
            double measuredQuantity,
            int ratingCount,
            int satisfiedCount) {}
}

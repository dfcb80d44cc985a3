package org.wangge.issue.statistics;

import java.time.LocalDate;
import java.util.List;
import org.wangge.grid.Grid;

/// The figures of a grid over a period: of all that lies in it, of each of its children with all that
/// lies in that, and of what lies in the grid itself and in none of them.
record IssueStatistics(
        Grid grid, Extent extent, Veil veil, IssueFigures figures, IssueFigures own, List<OfChild> children) {
    IssueStatistics {
        children = List.copyOf(children);
    }

    /// The figures of one child and all that lies in it.
    record OfChild(Grid grid, IssueFigures figures) {}

    public LocalDate from() {
        return extent.from();
    }

    public LocalDate to() {
        return extent.to();
    }
}

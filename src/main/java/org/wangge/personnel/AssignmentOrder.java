package org.wangge.personnel;

import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Sort;

/// How a list of assignments is ordered.
public record AssignmentOrder(Field field, Direction direction) {
    static final AssignmentOrder BY_GRID = new AssignmentOrder(Field.GRID, Direction.ASC);

    /// The columns a list of assignments can be ordered by.
    public enum Field {
        GRID,
        FROM_ON
    }

    Sort<Assignment> sort() {
        return switch (field) {
            case GRID ->
                new Sort<>(
                        "a.grid_key",
                        Sort.Kind.TEXT,
                        assignment -> assignment.gridKey().path(),
                        direction);
            case FROM_ON -> new Sort<>("a.from_on", Sort.Kind.DAY, Assignment::fromOn, direction);
        };
    }
}

package org.wangge.issue;

import java.util.Objects;
import java.util.function.Function;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Sort;

/// How a list of issues is ordered.
public record IssueOrder(Field field, Direction direction) {
    static final IssueOrder NEWEST = new IssueOrder(Field.REPORTED_AT, Direction.DESC);

    /// The columns a list of issues can be ordered by.
    public enum Field {
        REPORTED_AT,
        UPDATED_AT,
        DUE_AT
    }

    Sort<ListedIssue> sort() {
        return switch (field) {
            case REPORTED_AT -> sort("i.reported_at", listed -> listed.issue().reportedAt());
            case UPDATED_AT -> sort("i.updated_at", listed -> listed.issue().updatedAt());
            case DUE_AT -> sort("i.next_due_at", listed -> Objects.requireNonNull(listed.nextDueAt()));
        };
    }

    private Sort<ListedIssue> sort(String column, Function<ListedIssue, Object> value) {
        return new Sort<>(column, Sort.Kind.INSTANT, value, direction);
    }
}

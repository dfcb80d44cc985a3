package org.wangge.issue;

import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Sort;

/// How a list of issues is ordered.
public record IssueOrder(Field field, Direction direction) {
    static final IssueOrder NEWEST = new IssueOrder(Field.REPORTED_AT, Direction.DESC);

    /// The columns a list of issues can be ordered by.
    public enum Field {
        REPORTED_AT,
        UPDATED_AT
    }

    Sort<Issue> sort() {
        return switch (field) {
            case REPORTED_AT -> new Sort<>("i.reported_at", Sort.Kind.INSTANT, Issue::reportedAt, direction);
            case UPDATED_AT -> new Sort<>("i.updated_at", Sort.Kind.INSTANT, Issue::updatedAt, direction);
        };
    }
}

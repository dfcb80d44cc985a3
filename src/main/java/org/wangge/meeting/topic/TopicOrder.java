package org.wangge.meeting.topic;

import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Sort;

/// How a list of topics is ordered.
record TopicOrder(Field field, Direction direction) {
    static final TopicOrder NEWEST = new TopicOrder(Field.PROPOSED_AT, Direction.DESC);

    /// The columns a list of topics can be ordered by.
    enum Field {
        PROPOSED_AT,
        SUPPORT_COUNT
    }

    Sort<Topic> sort() {
        return switch (field) {
            case PROPOSED_AT -> new Sort<>("t.proposed_at", Sort.Kind.INSTANT, Topic::proposedAt, direction);
            case SUPPORT_COUNT -> new Sort<>("t.support_count", Sort.Kind.INTEGER, Topic::supportCount, direction);
        };
    }
}

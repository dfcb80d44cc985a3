package org.wangge.meeting.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.TextSearch;
import org.wangge.grid.GridId;
import org.wangge.meeting.CouncilId;

/// Which topics a list holds; what is null does not limit.
record TopicFilter(
        @Nullable GridId within,
        @Nullable CouncilId councilId,
        @Nullable List<TopicStatus> status,
        @Nullable List<TopicSource> source,
        @Nullable String text) {
    static final TopicFilter NONE = new TopicFilter(null, null, null, null, null);

    /// Of `topic t`.
    Conditions of(Conditions where) {
        if (councilId != null) {
            where.and("t.council_id = :council", "council", councilId.value());
        }
        if (status != null) {
            where.and("t.status = any(:statuses)", "statuses", Batch.names(status));
        }
        if (source != null) {
            where.and("t.source = any(:sources)", "sources", Batch.names(source));
        }
        if (text != null) {
            TextSearch.limit(where, "(t.title || E'\\n' || t.background)", "t.grams", text, "filter.text");
        }
        return where;
    }
}

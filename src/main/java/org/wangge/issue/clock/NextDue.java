package org.wangge.issue.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// What of issues is due next, and whether that has passed.
@Controller
class NextDue {
    private final DatabaseClient database;
    private final Clock clock;

    NextDue(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @BatchMapping
    Mono<Map<Issue, Instant>> nextDueAt(List<Issue> issues) {
        return database.sql("""
                        select id, next_due_at
                        from issue
                        where id = any(:ids) and next_due_at is not null""")
                .bind("ids", Batch.ids(issues.stream().map(Issue::uuid).toList()))
                .map(row -> Map.entry(Rows.uuid(row, "id"), Rows.get(row, "next_due_at", Instant.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> Batch.joined(issues, Issue::uuid, found));
    }

    @BatchMapping
    Mono<Map<Issue, Boolean>> isOverdue(List<Issue> issues) {
        var now = clock.instant();
        return nextDueAt(issues)
                .map(due -> Batch.values(issues, issue -> {
                    var at = due.get(issue);
                    return at != null && at.isBefore(now);
                }));
    }
}

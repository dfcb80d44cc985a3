package org.wangge.issue.flow;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// Who works on which issues: the staff of its grid, and those who have it in hand.
@Component
class Workers {
    private final DatabaseClient database;

    Workers(DatabaseClient database) {
        this.database = database;
    }

    /// Those of the issues on which the viewer works.
    Mono<Set<Issue>> of(List<Issue> issues, Viewer viewer) {
        var byRight = issues.stream()
                .filter(issue -> viewer.may(Right.ISSUES, issue.gridKey()))
                .collect(Collectors.toSet());
        if (byRight.size() == issues.size() || viewer.memberId() == null) {
            return Mono.just(byRight);
        }
        return inHand(issues, viewer.memberId())
                .map(ids -> issues.stream()
                        .filter(issue -> byRight.contains(issue) || ids.contains(issue.uuid()))
                        .collect(Collectors.toSet()));
    }

    private Mono<Set<UUID>> inHand(List<Issue> issues, UUID member) {
        return database.sql("""
                        select id
                        from issue
                        where id = any(:ids)
                          and hands && (select array[m.id, m.department_id] from member m where m.id = :member)""")
                .bind("ids", Batch.ids(issues.stream().map(Issue::uuid).toList()))
                .bind("member", member)
                .map(row -> Rows.uuid(row, "id"))
                .all()
                .collect(Collectors.toSet());
    }
}

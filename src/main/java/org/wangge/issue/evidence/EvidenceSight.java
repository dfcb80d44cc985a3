package org.wangge.issue.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// Says how close somebody is to issues that they see: staff by its grid without asking the
/// database, handlers and reporters by one statement for all of them.
@Component
class EvidenceSight {
    private final DatabaseClient database;

    EvidenceSight(DatabaseClient database) {
        this.database = database;
    }

    private record Found(UUID issue, boolean isInHand, boolean isReporter) {}

    Mono<Map<Issue, Closeness>> of(Collection<Issue> issues, Viewer viewer) {
        Map<Issue, Closeness> known = new HashMap<>();
        issues.forEach(
                issue -> known.put(issue, viewer.may(Right.ISSUES, issue.gridKey()) ? Closeness.STAFF : Closeness.FAR));
        var unsure = issues.stream()
                .filter(issue -> known.get(issue) == Closeness.FAR)
                .toList();
        return unsure.isEmpty() || viewer.accountId() == null || viewer.restriction() != null
                ? Mono.just(known)
                : asked(unsure, viewer).map(found -> merged(known, found));
    }

    private Mono<List<Found>> asked(List<Issue> issues, Viewer viewer) {
        return database.sql("""
                        select i.id,
                               coalesce(i.hands && (select array[m.id, m.department_id] from member m where m.id = :member),
                                        false) as is_in_hand,
                               i.reporter = :actor or i.on_behalf_of is not distinct from :resident::uuid
                                 and :resident::uuid is not null as is_reporter
                        from issue i
                        where i.id = any(:ids)""")
                .bind("ids", Batch.ids(issues, Issue::uuid))
                .bind("member", Rows.orNull(viewer.memberId(), UUID.class))
                .bind("resident", Rows.orNull(viewer.residentId(), UUID.class))
                .bind("actor", viewer.actor())
                .map(row -> new Found(
                        Rows.uuid(row, "id"),
                        Rows.get(row, "is_in_hand", Boolean.class),
                        Rows.get(row, "is_reporter", Boolean.class)))
                .all()
                .collectList();
    }

    private static Map<Issue, Closeness> merged(Map<Issue, Closeness> known, List<Found> found) {
        Map<UUID, Closeness> close = new HashMap<>();
        for (var one : found) {
            if (one.isInHand()) {
                close.put(one.issue(), Closeness.STAFF);
            } else if (one.isReporter()) {
                close.put(one.issue(), Closeness.REPORTER);
            }
        }
        known.replaceAll((issue, far) -> close.getOrDefault(issue.uuid(), far));
        return known;
    }
}

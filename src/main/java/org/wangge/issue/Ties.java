package org.wangge.issue;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// What somebody who sees issues is to each of them.
@Component
public class Ties {
    private final DatabaseClient database;

    Ties(DatabaseClient database) {
        this.database = database;
    }

    /// @param isStaff whether they see all issues of its grid
    /// @param isHandler whether they, or their department, have or had an order in the current round
    /// @param isReporter whether they reported it, or it was reported for them
    public record Tie(boolean isStaff, boolean isHandler, boolean isReporter) {
        private static final Tie STRANGER = new Tie(false, false, false);

        public boolean isWorking() {
            return isStaff || isHandler;
        }

        /// Whether its inner affairs concern them.
        public boolean isInside() {
            return isWorking() || isReporter;
        }

        private Tie and(Tie other) {
            return new Tie(isStaff || other.isStaff, isHandler || other.isHandler, isReporter || other.isReporter);
        }
    }

    /// To each of the issues. Whoever is nobody in particular came by the code on the receipt, and so
    /// is its reporter.
    public Mono<Map<Issue, Tie>> of(Collection<Issue> issues, Viewer viewer) {
        if (viewer.accountId() == null) {
            return Mono.just(Batch.values(issues, issue -> new Tie(false, false, true)));
        }
        return found(issues, viewer)
                .map(byId -> Batch.values(
                        issues,
                        issue -> new Tie(viewer.may(Right.ISSUES, issue.gridKey()), false, false)
                                .and(byId.getOrDefault(issue.uuid(), Tie.STRANGER))));
    }

    /// Those of the issues on which the viewer works.
    public Mono<List<Issue>> working(Collection<Issue> issues, Viewer viewer) {
        if (issues.stream().allMatch(issue -> viewer.may(Right.ISSUES, issue.gridKey()))) {
            return Mono.just(List.copyOf(issues));
        }
        return of(issues, viewer)
                .map(ties -> issues.stream()
                        .filter(issue -> ties.getOrDefault(issue, Tie.STRANGER).isWorking())
                        .toList());
    }

    private Mono<Map<UUID, Tie>> found(Collection<Issue> issues, Viewer viewer) {
        return database.sql("""
                        select i.id,
                               i.reporter = :actor or i.reporter = 'resident:' || :own::uuid::text
                                 or coalesce(i.on_behalf_of = :own, false) as is_reporter,
                               coalesce(i.hands && array[m.id, m.department_id], false) as is_handler
                        from issue i left join member m on m.id = :member
                        where i.id = any(:ids)""")
                .bind("ids", Batch.ids(issues.stream().map(Issue::uuid).toList()))
                .bind("actor", viewer.actor())
                .bind("own", Rows.orNull(viewer.residentId(), UUID.class))
                .bind("member", Rows.orNull(viewer.memberId(), UUID.class))
                .map(Ties::tie)
                .all()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<UUID, Tie> tie(Readable row) {
        return Map.entry(
                Rows.uuid(row, "id"),
                new Tie(
                        false,
                        Rows.get(row, "is_handler", Boolean.class),
                        Boolean.TRUE.equals(row.get("is_reporter", Boolean.class))));
    }
}

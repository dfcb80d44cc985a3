package org.wangge.issue.reply;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// Takes ratings out of the figures.
@Component
class Exclusions {
    private final DatabaseClient database;

    Exclusions(DatabaseClient database) {
        this.database = database;
    }

    /// Whether the viewer had to do with the round: had an order in it, or moved the issue on, or rated
    /// it. Whoever evaluated it may still look at its rating.
    Mono<Boolean> hadToDo(Issue issue, int round, Viewer viewer) {
        return database.sql("""
                        select exists (select 1 from issue_timeline t
                                       where t.issue_id = :issue and t.round = :round and t.actor = :actor
                                         and t.move <> 'EVALUATE')
                            or exists (select 1 from issue_rating r
                                       where r.issue_id = :issue and r.round = :round and r.actor = :actor)
                            or exists (select 1 from issue i where i.id = :issue and i.reporter = :actor)
                            or exists (select 1 from work_order w left join member m on m.id = :member
                                       where w.issue_id = :issue and w.round = :round
                                         and (w.member_id = m.id or w.department_id = m.department_id))
                               as had_to_do""")
                .bind("issue", issue.uuid())
                .bind("round", round)
                .bind("actor", viewer.actor())
                .bind("member", Rows.orNull(viewer.memberId(), UUID.class))
                .map(row -> Rows.get(row, "had_to_do", Boolean.class))
                .one();
    }

    /// False when there is no rating, or one that does not count already.
    Mono<Boolean> exclude(Issue issue, int round, String reason, String actor, Instant now) {
        return database.sql("""
                        update issue_rating
                        set excluded_by = :actor, excluded_reason = :reason, excluded_at = :now
                        where issue_id = :issue and round = :round and excluded_by is null""")
                .bind("actor", actor)
                .bind("reason", reason.strip())
                .bind("now", now)
                .bind("issue", issue.uuid())
                .bind("round", round)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}

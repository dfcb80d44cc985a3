package org.wangge.issue.reply;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was replied, how it was rated and who was called back, of many issues at once.
@Component
class ReplyReading {
    private final DatabaseClient database;

    ReplyReading(DatabaseClient database) {
        this.database = database;
    }

    record Round(UUID issue, int round) {}

    /// The replies of each issue and of those that it goes on in, the oldest first.
    Mono<Map<UUID, List<Reply>>> replies(Collection<UUID> issues) {
        var found = database.sql("""
                        with recursive chain (start, id) as (
                          select i.id, i.id from issue i where i.id = any(:ids)
                          union
                          select c.start, i.merged_into
                          from chain c join issue i on i.id = c.id
                          where i.merged_into is not null
                        )
                        select c.start, r.id, r.issue_id, r.round, r.no, r.kind, r.accepted_at, r.contacted_mask, r.measures,
                               r.result, r.promised_on, r.unit, r.appeal, r.sent_at
                        from chain c join issue_reply r on r.issue_id = c.id
                        order by r.sent_at, r.round, r.no""")
                .bind("ids", Batch.ids(issues))
                .map(row -> Map.entry(Rows.uuid(row, "start"), ReplyRows.row(row)))
                .all();
        return Batch.grouped(issues, found);
    }

    Mono<Map<Round, Optional<Rating>>> ratings(Collection<Round> rounds) {
        return database.sql("""
                        select r.issue_id, r.round, r.score, r.is_resolved, r.reasons, r.comment, r.via, r.actor, r.at,
                               r.excluded_by, r.excluded_reason, r.excluded_at
                        from unnest(:issues::uuid[], :rounds::int[]) as k (issue_id, round)
                        join issue_rating r on r.issue_id = k.issue_id and r.round = k.round""")
                .bind("issues", rounds.stream().map(Round::issue).toArray(UUID[]::new))
                .bind("rounds", rounds.stream().map(Round::round).toArray(Integer[]::new))
                .map(Ratings::row)
                .all()
                .collectMap(rating -> new Round(rating.issueId().value(), rating.round()))
                .map(found -> Batch.values(rounds, round -> Optional.ofNullable(found.get(round))));
    }

    Flux<Callback> callbacks(Collection<UUID> issues) {
        return database.sql("""
                        select issue_id, round, no, actor, at, outcome, note
                        from issue_callback
                        where issue_id = any(:ids)
                        order by round, no""")
                .bind("ids", Batch.ids(issues))
                .map(Callbacks::row)
                .all();
    }
}

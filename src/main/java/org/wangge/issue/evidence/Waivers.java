package org.wangge.issue.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.issue.IssueId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The waivers in the database; they are counted, never taken back.
@Component
class Waivers {
    private final DatabaseClient database;

    Waivers(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Waiver waiver, String actor) {
        return database.sql("""
                        insert into issue_waiver (issue_id, round, kind, reason, actor, at)
                        values (:issue, :round, :kind, :reason, :actor, :at)
                        on conflict do nothing""")
                .bind("issue", waiver.issueId().value())
                .bind("round", waiver.round())
                .bind("kind", waiver.kind().name())
                .bind("reason", waiver.reason())
                .bind("actor", actor)
                .bind("at", waiver.at())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> Problems.single("kind", ProblemCode.DUPLICATE)))
                .then();
    }

    Mono<Set<EvidenceKind>> kinds(IssueId id, int round) {
        return all(List.of(IssueRound.of(id, round))).map(Waiver::kind).collect(Collectors.toSet());
    }

    Flux<Waiver> all(Collection<IssueRound> wanted) {
        return database.sql("""
                        select w.issue_id, w.round, w.kind, w.reason, w.at
                        from unnest(:issues::uuid[], :rounds::int[]) as k (issue_id, round)
                        join issue_waiver w on w.issue_id = k.issue_id and w.round = k.round
                        order by w.at
                        limit 10000""")
                .bind("issues", wanted.stream().map(IssueRound::issue).toArray(UUID[]::new))
                .bind("rounds", wanted.stream().map(IssueRound::round).toArray(Integer[]::new))
                .map(row -> new Waiver(
                        new IssueId(Rows.uuid(row, "issue_id")),
                        Rows.number(row, "round"),
                        Rows.constant(row, "kind", EvidenceKind.class),
                        Rows.text(row, "reason"),
                        Rows.get(row, "at", Instant.class)))
                .all();
    }
}

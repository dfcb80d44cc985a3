package org.wangge.issue.evidence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.file.Attachment;
import org.wangge.graphql.Rows;
import org.wangge.grid.Point;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The evidence in the database.
@Component
class EvidenceRows {
    private final DatabaseClient database;

    EvidenceRows(DatabaseClient database) {
        this.database = database;
    }

    /// Of many issues in many rounds in one statement, in the order given; a round of null is every round.
    Flux<Evidence> all(Collection<IssueRound> wanted) {
        return database.sql("""
                        select e.id, e.issue_id, e.round, e.kind, e.text, e.location[0] as longitude,
                               e.location[1] as latitude, e.distance, e.far_reason, e.taken_at, e.contacted, e.means,
                               e.cause, e.recurs, e.prevention, e.actor, e.at, e.is_accepted, e.judged_at, e.judge_note
                        from unnest(:issues::uuid[], :rounds::int[]) as k (issue_id, round)
                        join issue_evidence e on e.issue_id = k.issue_id and e.round = k.round
                        order by e.no
                        limit 10000""")
                .bind("issues", wanted.stream().map(IssueRound::issue).toArray(UUID[]::new))
                .bind("rounds", wanted.stream().map(IssueRound::round).toArray(Integer[]::new))
                .map(EvidenceRows::row)
                .all();
    }

    /// Writes the evidence and its files in one statement.
    Mono<Void> insert(Evidence evidence, List<Attachment> files) {
        var point = evidence.point();
        var ids = new ArrayList<UUID>();
        files.forEach(file -> ids.add(file.id().value()));
        return database.sql("""
                        with given as (
                          insert into issue_evidence (id, issue_id, round, kind, text, location, distance, far_reason,
                                                      taken_at, contacted, means, cause, recurs, prevention, actor, at)
                          values (:id, :issue, :round, :kind, :text, point(:longitude, :latitude), :distance, :farReason,
                                  :takenAt, :contacted, :means, :cause, :recurs, :prevention, :actor, :at)
                          returning id
                        )
                        insert into issue_evidence_attachment (evidence_id, attachment_id, position)
                        select given.id, f.id, f.position
                        from given, unnest(:files::uuid[]) with ordinality as f (id, position)""")
                .bind("id", evidence.id())
                .bind("issue", evidence.issueId().value())
                .bind("round", evidence.round())
                .bind("kind", evidence.kind().name())
                .bind("text", Rows.orNull(evidence.text(), String.class))
                .bind("longitude", Rows.orNull(point == null ? null : point.longitude(), Double.class))
                .bind("latitude", Rows.orNull(point == null ? null : point.latitude(), Double.class))
                .bind("distance", Rows.orNull(evidence.distance(), Integer.class))
                .bind("farReason", Rows.orNull(evidence.farReason(), String.class))
                .bind("takenAt", evidence.takenAt())
                .bind("contacted", Rows.orNull(evidence.contacted(), String.class))
                .bind(
                        "means",
                        Rows.orNull(
                                evidence.means() == null
                                        ? null
                                        : evidence.means().name(),
                                String.class))
                .bind(
                        "cause",
                        Rows.orNull(
                                evidence.cause() == null
                                        ? null
                                        : evidence.cause().name(),
                                String.class))
                .bind("recurs", Rows.orNull(evidence.recurs(), Boolean.class))
                .bind("prevention", Rows.orNull(evidence.prevention(), String.class))
                .bind("actor", evidence.actor())
                .bind("at", evidence.at())
                .bind("files", ids.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// The files that were given as scenes of the issue in this round, and copies of them byte for byte.
    Flux<UUID> filesOfScenes(IssueId issue, int round, Collection<UUID> among) {
        return database.sql("""
                        select distinct a.id
                        from attachment a
                        where a.id = any(:among)
                          and exists (
                            select 1
                            from issue_evidence e
                            join issue_evidence_attachment s on s.evidence_id = e.id
                            join attachment t on t.id = s.attachment_id
                            where e.issue_id = :issue and e.round = :round and e.kind = 'SCENE'
                              and (t.id = a.id or t.sha256 = a.sha256))
                        limit 100""")
                .bind("among", among.toArray(UUID[]::new))
                .bind("issue", issue.value())
                .bind("round", round)
                .map(row -> Rows.uuid(row, "id"))
                .all();
    }

    Mono<String> reporter(IssueId issue) {
        return database.sql("select reporter from issue where id = :id and on_behalf_of is null")
                .bind("id", issue.value())
                .map(row -> Rows.text(row, "reporter"))
                .one();
    }

    private static Evidence row(Readable row) {
        return new Evidence(
                Rows.uuid(row, "id"),
                new IssueId(Rows.uuid(row, "issue_id")),
                Rows.number(row, "round"),
                Rows.constant(row, "kind", EvidenceKind.class),
                row.get("text", String.class),
                Point.ofColumns(row.get("longitude", Double.class), row.get("latitude", Double.class)),
                row.get("distance", Integer.class),
                row.get("far_reason", String.class),
                Rows.get(row, "taken_at", Instant.class),
                row.get("contacted", String.class),
                Rows.mapped(row, "means", String.class, ContactMeans::valueOf),
                Rows.mapped(row, "cause", String.class, CauseCode::valueOf),
                row.get("recurs", Boolean.class),
                row.get("prevention", String.class),
                Rows.text(row, "actor"),
                Rows.get(row, "at", Instant.class),
                row.get("is_accepted", Boolean.class),
                row.get("judged_at", Instant.class),
                row.get("judge_note", String.class));
    }
}

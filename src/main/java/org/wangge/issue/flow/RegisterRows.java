package org.wangge.issue.flow;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads what stands beside the steps of many issues, a statement for each kind.
@Component
class RegisterRows {
    private final DatabaseClient database;

    RegisterRows(DatabaseClient database) {
        this.database = database;
    }

    /// All of some issues, to be taken apart.
    record Registers(
            List<IssueRegister.Extension> extensions,
            List<IssueRegister.Supervision> supervisions,
            List<IssueRegister.Escalation> escalations) {
        IssueRegister of(IssueId id) {
            return new IssueRegister(
                    extensions.stream().filter(one -> one.issueId().equals(id)).toList(),
                    supervisions.stream()
                            .filter(one -> one.issueId().equals(id))
                            .toList(),
                    escalations.stream().filter(one -> one.issueId().equals(id)).toList());
        }
    }

    Flux<Suspension> suspensions(Collection<Issue> issues) {
        return database.sql("""
                        select p.issue_id, p.kind, p.reason, p.decided_at, p.review_on
                        from issue_pause p join issue i on i.id = p.issue_id and i.round = p.round
                        where p.issue_id = any(:ids) and p.is_agreed and p.ended_at is null and i.status = 'SUSPENDED'""")
                .bind("ids", ids(issues))
                .map(row -> new Suspension(
                        new IssueId(Rows.uuid(row, "issue_id")),
                        Rows.constant(row, "kind", PauseKind.class),
                        Rows.text(row, "reason"),
                        Rows.get(row, "decided_at", Instant.class),
                        Rows.get(row, "review_on", LocalDate.class)))
                .all();
    }

    Mono<Registers> registers(Collection<Issue> issues) {
        var ids = ids(issues);
        return Mono.zip(
                        extensions(ids).collectList(),
                        supervisions(ids).collectList(),
                        escalations(ids).collectList())
                .map(all -> new Registers(all.getT1(), all.getT2(), all.getT3()));
    }

    private Flux<IssueRegister.Extension> extensions(UUID[] ids) {
        return database.sql("""
                        select issue_id, round, requested_until, reason, asked_at, decided_at, is_granted
                        from issue_extension
                        where issue_id = any(:ids)
                        order by round, no""")
                .bind("ids", ids)
                .map(row -> new IssueRegister.Extension(
                        new IssueId(Rows.uuid(row, "issue_id")),
                        Rows.number(row, "round"),
                        Rows.get(row, "requested_until", Instant.class),
                        Rows.text(row, "reason"),
                        Rows.get(row, "asked_at", Instant.class),
                        row.get("decided_at", Instant.class),
                        row.get("is_granted", Boolean.class)))
                .all();
    }

    private Flux<IssueRegister.Supervision> supervisions(UUID[] ids) {
        return database.sql("""
                        select issue_id, round, kind, text, at, due_at
                        from issue_supervision
                        where issue_id = any(:ids)
                        order by round, no""")
                .bind("ids", ids)
                .map(row -> new IssueRegister.Supervision(
                        new IssueId(Rows.uuid(row, "issue_id")),
                        Rows.number(row, "round"),
                        Rows.constant(row, "kind", Effect.SupervisionKind.class),
                        Rows.text(row, "text"),
                        Rows.get(row, "at", Instant.class),
                        row.get("due_at", Instant.class)))
                .all();
    }

    private Flux<IssueRegister.Escalation> escalations(UUID[] ids) {
        return database.sql("""
                        select e.issue_id, e.round, e.kind, e.from_level, e.to_level, e.cause, e.at, e.report_by,
                               count(w.department_id)::int as called, count(w.responded_at)::int as reported_in
                        from issue_escalation e
                        left join issue_whistle_response w
                          on w.issue_id = e.issue_id and w.round = e.round and w.no = e.no
                        where e.issue_id = any(:ids)
                        group by e.issue_id, e.round, e.no
                        order by e.round, e.no""").bind("ids", ids).map(RegisterRows::escalation).all();
    }

    private static IssueRegister.Escalation escalation(Readable row) {
        return new IssueRegister.Escalation(
                new IssueId(Rows.uuid(row, "issue_id")),
                Rows.number(row, "round"),
                Rows.constant(row, "kind", Effect.EscalationKind.class),
                Rows.constant(row, "from_level", IssueLevel.class),
                Rows.constant(row, "to_level", IssueLevel.class),
                Rows.text(row, "cause"),
                Rows.get(row, "at", Instant.class),
                row.get("report_by", Instant.class),
                Rows.number(row, "called"),
                Rows.number(row, "reported_in"));
    }

    private static UUID[] ids(Collection<Issue> issues) {
        return Batch.ids(issues.stream().map(Issue::uuid).toList());
    }
}

package org.wangge.issue.flow;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// Writes what is asked, decided and noted on the way of an issue.
@Component
class Register {
    private final DatabaseClient database;

    Register(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> ask(Effect.AskPause pause, Issue issue, String actor, Instant now) {
        return database.sql("""
                        insert into issue_pause (issue_id, round, no, kind, reason, asked_by, asked_at, review_on,
                                                 decided_by, decided_at, is_agreed)
                        values (:issue, :round, :no, :kind, :reason, :actor, :now, :reviewOn,
                                case when :agreed then :actor::text end,
                                case when :agreed then :now::timestamptz end,
                                case when :agreed then true end)""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("no", pause.no())
                .bind("kind", pause.kind().name())
                .bind("reason", pause.reason().strip())
                .bind("actor", actor)
                .bind("now", now)
                .bind("reviewOn", pause.reviewOn())
                .bind("agreed", pause.isAgreed())
                .then();
    }

    Mono<Void> decide(Effect.DecidePause decision, Issue issue, String actor, Instant now) {
        return database.sql("""
                        update issue_pause
                        set decided_by = :actor, decided_at = :now, is_agreed = :agreed
                        where issue_id = :issue and round = :round and no = :no""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("no", decision.no())
                .bind("actor", actor)
                .bind("now", now)
                .bind("agreed", decision.isAgreed())
                .then();
    }

    Mono<Void> end(Effect.EndPause end, Issue issue, Instant now) {
        return database.sql("""
                        update issue_pause
                        set ended_at = :now
                        where issue_id = :issue and round = :round and no = :no""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("no", end.no())
                .bind("now", now)
                .then();
    }

    Mono<Void> ask(Effect.AskExtension extension, Issue issue, String actor, Instant now) {
        return database.sql("""
                        insert into issue_extension (issue_id, round, no, requested_until, reason, asked_by, asked_at)
                        values (:issue, :round, :no, :until, :reason, :actor, :now)""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("no", extension.no())
                .bind("until", extension.until())
                .bind("reason", extension.reason().strip())
                .bind("actor", actor)
                .bind("now", now)
                .then();
    }

    Mono<Void> decide(Effect.DecideExtension decision, Issue issue, String actor, Instant now) {
        return database.sql("""
                        update issue_extension
                        set decided_by = :actor, decided_at = :now, is_granted = :granted, note = :note
                        where issue_id = :issue and round = :round and no = :no""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("no", decision.no())
                .bind("actor", actor)
                .bind("now", now)
                .bind("granted", decision.isGranted())
                .bind("note", decision.note().strip())
                .then();
    }

    Mono<Void> note(Effect.Note note, Issue issue, String actor, Instant now) {
        return database.sql("""
                        insert into issue_supervision (issue_id, round, no, kind, text, actor, at, due_at)
                        values (:issue, :round, :no, :kind, :text, :actor, :now, :dueAt)""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("no", note.no())
                .bind("kind", note.kind().name())
                .bind("text", note.text())
                .bind("actor", actor)
                .bind("now", now)
                .bind("dueAt", Rows.orNull(note.dueAt(), Instant.class))
                .then();
    }

    Mono<Void> raise(Effect.Raise raise, Issue issue, String actor, Instant now) {
        return database.sql("""
                        with raised as (
                          insert into issue_escalation (issue_id, round, no, kind, from_level, to_level, cause, actor, at,
                                                        report_by)
                          values (:issue, :round, :no, :kind, :from, :to, :cause, :actor, :now, :reportBy)
                          returning issue_id, round, no
                        )
                        insert into issue_whistle_response (issue_id, round, no, department_id)
                        select issue_id, round, no, department
                        from raised, unnest(:departments::uuid[]) as department""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("no", raise.no())
                .bind("kind", raise.kind().name())
                .bind("from", raise.from().name())
                .bind("to", raise.to().name())
                .bind("cause", raise.cause().strip())
                .bind("actor", actor)
                .bind("now", now)
                .bind("reportBy", Rows.orNull(raise.reportBy(), Instant.class))
                .bind("departments", raise.departments().toArray(UUID[]::new))
                .then();
    }

    Mono<Void> reportIn(Effect.ReportIn response, Issue issue, String actor, Instant now) {
        return database.sql("""
                        update issue_whistle_response
                        set responded_by = :actor, responded_at = :now, note = :note
                        where issue_id = :issue and round = :round and department_id = :department
                          and responded_at is null""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("department", response.department())
                .bind("actor", actor)
                .bind("now", now)
                .bind("note", Rows.orNull(response.note(), String.class))
                .then();
    }

    Mono<Void> merge(Effect.MergeInto merge, Issue issue, String actor, Instant now) {
        return database.sql("""
                        insert into issue_merge (issue_id, no, into_id, merged_by, merged_at, reason, status_before,
                                                 lead_before)
                        values (:issue, :no, :into, :actor, :now, :reason, :before, :lead)""")
                .bind("issue", issue.uuid())
                .bind("no", merge.no())
                .bind("into", merge.into().value())
                .bind("actor", actor)
                .bind("now", now)
                .bind("reason", merge.reason().strip())
                .bind("before", merge.before().name())
                .bind("lead", Rows.orNull(merge.lead(), UUID.class))
                .then();
    }

    Mono<Void> takeOut(Issue issue, String actor, Instant now) {
        return database.sql("""
                        update issue_merge
                        set unmerged_at = :now, unmerged_by = :actor
                        where issue_id = :issue and unmerged_at is null""")
                .bind("issue", issue.uuid())
                .bind("actor", actor)
                .bind("now", now)
                .then();
    }
}

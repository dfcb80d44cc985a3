package org.wangge.issue.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Personal;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// Writes what is replied, inside the transaction of the command that replies. A reply belongs to its
/// issue: whoever reads an issue that was merged into it, reads it there.
@Component
public class Replies {
    static final String CONTACTED = "issue_reply.contacted";
    private static final String USUAL_WAYS = "如对办理结果不满意，请在结案后15日内评价并说明原因，或在15日内申请重新办理，也可拨打12345政务服务便民热线反映。";

    private final DatabaseClient database;
    private final ReplyTemplates templates;
    private final ReplyDrafts drafts;
    private final Keyrings keyrings;
    private final Clock clock;

    Replies(DatabaseClient database, ReplyTemplates templates, ReplyDrafts drafts, Keyrings keyrings, Clock clock) {
        this.database = database;
        this.templates = templates;
        this.drafts = drafts;
        this.keyrings = keyrings;
        this.clock = clock;
    }

    /// As for the reply that closes an issue.
    ///
    /// @throws org.wangge.refusal.Refused as below
    public Mono<Void> check(ReplyInput input, String path) {
        return check(ReplyKind.FINAL, input, path);
    }

    /// Who was talked to may stay open unless the reply closes an issue.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that is missing, too short or too
    ///     long; TEMPLATE_ONLY when it is a template and nothing else
    public Mono<Void> check(ReplyKind kind, ReplyInput input, String path) {
        return Mono.defer(() -> {
            var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
            input.problems(kind, path, today).refuseIfAny();
            return templates
                    .isNothingElse(input)
                    .filter(only -> only)
                    .flatMap(only -> Mono.error(Problems.single(path + ".measures", ProblemCode.TEMPLATE_ONLY)));
        });
    }

    /// Sends the reply; what was drafted for the round is not kept any longer.
    public Mono<Reply> send(Issue issue, ReplyKind kind, ReplyInput input, String actor, Instant now) {
        return keyrings.current()
                .flatMap(keyring -> insert(issue, kind, input, actor, now, keyring))
                .delayUntil(reply -> drafts.forget(issue));
    }

    /// Keeps what is written so far, instead of what was kept before.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED when something is too long
    public Mono<Void> draft(Issue issue, ReplyInput input, String actor, Instant now) {
        return Mono.defer(() -> {
            input.draftProblems("reply").refuseIfAny();
            return drafts.keep(issue, input, actor, now);
        });
    }

    /// What was drafted for a round, in clear: only for those who write it. Empty when there is none.
    public Mono<ReplyInput> draftOf(IssueId id, int round) {
        return drafts.find(id, round);
    }

    private Mono<Reply> insert(
            Issue issue, ReplyKind kind, ReplyInput input, String actor, Instant now, Keyring keyring) {
        var id = UUID.randomUUID();
        var contacted = blankToNull(input.contacted());
        return database.sql("""
                        insert into issue_reply (id, issue_id, round, no, kind, accepted_at, contacted_cell, contacted_mask,
                                                 measures, result, promised_on, unit, appeal, template_code, actor, sent_at)
                        select :id, i.id, :round,
                               1 + (select count(*) from issue_reply r where r.issue_id = i.id and r.round = :round),
                               :kind, :acceptedAt, :cell, :mask,
                               :measures, :result, :promisedOn, :unit, :appeal, :template, :actor, :now
                        from issue i
                        where i.id = :issue
                        returning id, issue_id, round, no, kind, accepted_at, contacted_mask, measures, result, promised_on,
                                  unit, appeal, sent_at""")
                .bind("id", id)
                .bind("issue", issue.id().value())
                .bind("round", issue.round())
                .bind("kind", kind.name())
                .bind("acceptedAt", Rows.orNull(acceptedAt(issue, kind, now), Instant.class))
                .bind("cell", Rows.orNull(cell(contacted, id, keyring), byte[].class))
                .bind("mask", Rows.orNull(mask(contacted), String.class))
                .bind("measures", input.measures().strip())
                .bind("result", input.result().strip())
                .bind("promisedOn", Rows.orNull(input.promisedOn(), LocalDate.class))
                .bind("unit", input.unit().strip())
                .bind("appeal", appeal(input))
                .bind("template", Rows.orNull(blankToNull(input.templateCode()), String.class))
                .bind("actor", actor)
                .bind("now", now)
                .map(ReplyRows::row)
                .one();
    }

    private static byte @Nullable [] cell(@Nullable String contacted, UUID row, Keyring keyring) {
        return contacted == null ? null : keyring.seal(contacted, new CellPlace(CONTACTED, row));
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// Accepting is a part of answering directly.
    private static @Nullable Instant acceptedAt(Issue issue, ReplyKind kind, Instant now) {
        return switch (kind) {
            case FINAL -> issue.acceptedAt();
            case REJECTION -> null;
            case DIRECT -> issue.acceptedAt() == null ? now : issue.acceptedAt();
        };
    }

    private static @Nullable String mask(@Nullable String contacted) {
        return contacted == null ? null : Personal.name(contacted).display();
    }

    private static String appeal(ReplyInput input) {
        var own = blankToNull(input.appeal());
        return own == null ? USUAL_WAYS : own;
    }
}

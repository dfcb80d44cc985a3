package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Mono;

/// What is being written before it is sent, one draft for a round.
@Component
class ReplyDrafts {
    private static final String CONTACTED = "issue_reply_draft.contacted";

    private final DatabaseClient database;
    private final Keyrings keyrings;

    ReplyDrafts(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    Mono<Void> keep(Issue issue, ReplyInput input, String actor, Instant now) {
        return keyrings.current()
                .flatMap(keyring -> forget(issue)
                        .then(insert(issue, input, actor, now, keyring))
                        .then());
    }

    Mono<Long> forget(Issue issue) {
        return database.sql("delete from issue_reply_draft where issue_id = :issue and round = :round")
                .bind("issue", issue.id().value())
                .bind("round", issue.round())
                .fetch()
                .rowsUpdated();
    }

    Mono<ReplyInput> find(IssueId issue, int round) {
        return keyrings.current()
                .flatMap(keyring -> database.sql("""
                        select id, contacted_cell, measures, result, promised_on, unit, appeal, template_code
                        from issue_reply_draft
                        where issue_id = :issue and round = :round""")
                        .bind("issue", issue.value())
                        .bind("round", round)
                        .map(row -> input(row, keyring))
                        .one());
    }

    private Mono<Long> insert(Issue issue, ReplyInput input, String actor, Instant now, Keyring keyring) {
        var id = UUID.randomUUID();
        var contacted = Replies.blankToNull(input.contacted());
        return database.sql("""
                        insert into issue_reply_draft (id, issue_id, round, contacted_cell, measures, result, promised_on,
                                                       unit, appeal, template_code, actor, at)
                        values (:id, :issue, :round, :cell, :measures, :result, :promisedOn, :unit, :appeal, :template,
                                :actor, :now)""")
                .bind("id", id)
                .bind("issue", issue.id().value())
                .bind("round", issue.round())
                .bind("cell", Rows.orNull(cell(contacted, id, keyring), byte[].class))
                .bind("measures", input.measures())
                .bind("result", input.result())
                .bind("promisedOn", Rows.orNull(input.promisedOn(), LocalDate.class))
                .bind("unit", input.unit())
                .bind("appeal", Rows.orNull(input.appeal(), String.class))
                .bind("template", Rows.orNull(input.templateCode(), String.class))
                .bind("actor", actor)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private static byte @Nullable [] cell(@Nullable String contacted, UUID row, Keyring keyring) {
        return contacted == null ? null : keyring.seal(contacted, new CellPlace(CONTACTED, row));
    }

    private static ReplyInput input(Readable row, Keyring keyring) {
        var place = new CellPlace(CONTACTED, Rows.uuid(row, "id"));
        return new ReplyInput(
                Rows.mapped(row, "contacted_cell", byte[].class, cell -> keyring.open(cell, place)),
                Rows.text(row, "measures"),
                Rows.text(row, "result"),
                row.get("promised_on", LocalDate.class),
                Rows.text(row, "unit"),
                row.get("appeal", String.class),
                row.get("template_code", String.class));
    }
}

package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The templates in the database.
@Component
class ReplyTemplates {
    private static final int MOST = 500;

    private final DatabaseClient database;

    ReplyTemplates(DatabaseClient database) {
        this.database = database;
    }

    /// Whether the reply is one of the templates in use and nothing else.
    Mono<Boolean> isNothingElse(ReplyInput input) {
        var text = new Likeness(input.measures() + input.result());
        return all(true).any(template -> text.isNothingBut(template.measures() + template.result()));
    }

    Flux<ReplyTemplate> all(boolean isActive) {
        return database.sql("""
                        select code, kind, title, measures, result, is_active, updated_at, version
                        from reply_template
                        where is_active = :active
                        order by kind, code
                        limit :most""")
                .bind("active", isActive)
                .bind("most", MOST)
                .map(ReplyTemplates::row)
                .all();
    }

    Mono<ReplyTemplate> find(String code) {
        return database.sql("""
                        select code, kind, title, measures, result, is_active, updated_at, version
                        from reply_template
                        where code = :code""").bind("code", code).map(ReplyTemplates::row).one();
    }

    /// Its version; empty when there is one with the code.
    Mono<Integer> insert(SetReplyTemplateInput input, String actor, Instant now) {
        return bound(database.sql("""
                        insert into reply_template (code, kind, title, measures, result, is_active, updated_by, updated_at)
                        values (:code, :kind, :title, :measures, :result, :active, :actor, :now)
                        on conflict (code) do nothing
                        returning version"""), input, actor, now);
    }

    /// Its version; empty when it is not the one that was expected.
    Mono<Integer> update(SetReplyTemplateInput input, String actor, Instant now) {
        return bound(
                database.sql("""
                        update reply_template
                        set kind = :kind, title = :title, measures = :measures, result = :result, is_active = :active,
                            updated_by = :actor, updated_at = :now, version = version + 1
                        where code = :code and version = :version
                        returning version""").bind("version", Objects.requireNonNull(input.expectedVersion())), input, actor, now);
    }

    private static Mono<Integer> bound(
            GenericExecuteSpec statement, SetReplyTemplateInput input, String actor, Instant now) {
        return statement
                .bind("code", input.code())
                .bind("kind", input.kind().name())
                .bind("title", input.title().strip())
                .bind("measures", input.measures().strip())
                .bind("result", input.result().strip())
                .bind("active", input.isActive())
                .bind("actor", actor)
                .bind("now", now)
                .map(row -> Rows.number(row, "version"))
                .one();
    }

    static ReplyTemplate row(Readable row) {
        return new ReplyTemplate(
                Rows.text(row, "code"),
                Rows.constant(row, "kind", ReplyKind.class),
                Rows.text(row, "title"),
                Rows.text(row, "measures"),
                Rows.text(row, "result"),
                Rows.get(row, "is_active", Boolean.class),
                Rows.get(row, "updated_at", Instant.class),
                Rows.number(row, "version"));
    }
}

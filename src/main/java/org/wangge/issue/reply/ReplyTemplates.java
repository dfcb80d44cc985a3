package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
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
        return inUse().any(template -> text.isNothingBut(template.measures() + template.result()));
    }

    Flux<ReplyTemplate> inUse() {
        return database.sql("""
                        select code, grid_key, kind, title, measures, result, is_active, updated_at, version
                        from reply_template
                        where is_active
                        order by kind, code
                        limit :most""").bind("most", MOST).map(ReplyTemplates::row).all();
    }

    static ReplyTemplate row(Readable row) {
        return new ReplyTemplate(
                Rows.text(row, "code"),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.constant(row, "kind", ReplyKind.class),
                Rows.text(row, "title"),
                Rows.text(row, "measures"),
                Rows.text(row, "result"),
                Rows.get(row, "is_active", Boolean.class),
                Rows.get(row, "updated_at", Instant.class),
                Rows.number(row, "version"));
    }
}

package org.wangge.issue;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The categories in the database; they are the same for everybody.
@Component
public class Categories implements NodeSource {
    private final DatabaseClient database;

    Categories(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String type() {
        return CategoryId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids).cast(Node.class);
    }

    public Mono<IssueCategory> find(String code) {
        return database.sql("""
                        select id, code, parent_code, label_zh, label_en, default_urgency
                        from issue_category
                        where code = :code""").bind("code", code).map(Categories::row).one();
    }

    public Flux<IssueCategory> all(Collection<UUID> ids) {
        return database.sql("""
                        select id, code, parent_code, label_zh, label_en, default_urgency
                        from issue_category
                        where id = any(:ids)""")
                .bind("ids", Batch.ids(ids))
                .map(Categories::row)
                .all();
    }

    /// Each class followed by what belongs to it.
    Flux<IssueCategory> inOrder() {
        return database.sql("""
                        select c.id, c.code, c.parent_code, c.label_zh, c.label_en, c.default_urgency
                        from issue_category c left join issue_category p on p.code = c.parent_code
                        order by coalesce(p.position, c.position), p.position nulls first, c.position
                        limit 1000""").map(Categories::row).all();
    }

    private static IssueCategory row(Readable row) {
        return new IssueCategory(
                new CategoryId(Rows.uuid(row, "id")),
                Rows.text(row, "code"),
                row.get("parent_code", String.class),
                Rows.text(row, "label_zh"),
                Rows.text(row, "label_en"),
                Rows.constant(row, "default_urgency", Urgency.class));
    }
}

package org.wangge.issue;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.kept.Kept;
import org.wangge.kept.KeptTables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The categories in the database; they are the same for everybody.
@Component
public class Categories implements NodeSource {
    private final DatabaseClient database;
    private final Kept<Map<CategoryId, IssueCategory>> kept;

    Categories(DatabaseClient database, KeptTables tables) {
        this.database = database;
        this.kept = tables.keep("issue_category", inOrder().collectMap(IssueCategory::id));
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
        return known().filter(category -> category.code().equals(code)).next();
    }

    public Flux<IssueCategory> all(Collection<UUID> ids) {
        var wanted = Set.copyOf(ids);
        return known().filter(category -> wanted.contains(category.id().value()));
    }

    /// The ids of those with the codes, and of all that belong to those that are classes.
    Mono<List<UUID>> covered(Collection<String> codes) {
        return known().filter(category -> codes.contains(category.code())
                        || category.parentCode() != null && codes.contains(category.parentCode()))
                .map(category -> category.id().value())
                .collectList();
    }

    /// There are about a hundred.
    private Flux<IssueCategory> known() {
        var known = kept.now();
        return known == null ? inOrder() : Flux.fromIterable(known.values());
    }

    /// The category, if this node has it at hand; otherwise ask with [#all].
    public @Nullable IssueCategory atHand(CategoryId id) {
        var known = kept.now();
        return known == null ? null : known.get(id);
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

package org.wangge.personnel.duty;

import static java.util.Comparator.comparing;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridId;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The posts in the database.
@Component
class Posts implements NodeSource {
    private final DatabaseClient database;

    Posts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String type() {
        return PostId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, viewer.scope(Right.DUTY)).cast(Node.class);
    }

    Flux<Post> all(Collection<UUID> ids, Scope scope) {
        return select(scope.limit("p.grid_key").and("p.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    /// At most six, in their order.
    Mono<List<Post>> allOf(GridId subdistrict, Scope scope) {
        return select(scope.limit("p.grid_key").and("p.grid_id = :grid", "grid", subdistrict.value()))
                .collectSortedList(comparing(Post::type));
    }

    private Flux<Post> select(Conditions where) {
        return where.bind(database.sql("select p.id, p.type, p.title, p.grid_id\nfrom post p" + where.sql()))
                .map(Posts::row)
                .all();
    }

    private static Post row(Readable row) {
        return new Post(
                new PostId(Rows.uuid(row, "id")),
                Rows.constant(row, "type", PostType.class),
                Rows.text(row, "title"),
                new GridId(Rows.uuid(row, "grid_id")));
    }
}

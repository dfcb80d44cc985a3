package org.wangge.personnel;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridId;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The departments in the database.
@Component
public class Departments implements NodeSource {
    private final DatabaseClient database;

    Departments(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String type() {
        return DepartmentId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, Scope.everywhere()).cast(Node.class);
    }

    public Mono<Department> find(DepartmentId id, Scope scope) {
        return all(List.of(id.value()), scope).next();
    }

    public Flux<Department> all(Collection<UUID> ids, Scope scope) {
        var where = scope.limit("d.grid_key").and("d.id = any(:ids)", "ids", Batch.ids(ids));
        return where.bind(
                        database.sql("select d.id, d.code, d.name, d.kind, d.grid_id\nfrom department d" + where.sql()))
                .map(Departments::row)
                .all();
    }

    private static Department row(Readable row) {
        return new Department(
                new DepartmentId(Rows.uuid(row, "id")),
                Rows.text(row, "code"),
                Rows.text(row, "name"),
                Rows.constant(row, "kind", DepartmentKind.class),
                new GridId(Rows.uuid(row, "grid_id")));
    }
}

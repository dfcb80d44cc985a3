package org.wangge.personnel;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.kept.Kept;
import org.wangge.kept.KeptTables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The departments in the database.
@Component
public class Departments implements NodeSource {
    private static final String COLUMNS = "d.id, d.code, d.name, d.kind, d.grid_id, d.grid_key";

    private final DatabaseClient database;
    private final Kept<Map<UUID, Office>> kept;

    /// A department and the grid to which it belongs.
    private record Office(Department department, GridKey home) {}

    Departments(DatabaseClient database, KeptTables tables) {
        this.database = database;
        this.kept = tables.keep(
                "department",
                read(new Conditions())
                        .collectMap(office -> office.department().id().value()));
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
        var known = kept.now();
        var found = known != null && known.keySet().containsAll(ids)
                ? Flux.fromStream(() -> ids.stream().distinct().map(known::get))
                : read(new Conditions().and("d.id = any(:ids)", "ids", Batch.ids(ids)));
        return found.filter(office -> scope.holds(office.home())).map(Office::department);
    }

    private Flux<Office> read(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom department d" + where.sql()))
                .map(Departments::row)
                .all();
    }

    private static Office row(Readable row) {
        return new Office(
                new Department(
                        new DepartmentId(Rows.uuid(row, "id")),
                        Rows.text(row, "code"),
                        Rows.text(row, "name"),
                        Rows.constant(row, "kind", DepartmentKind.class),
                        new GridId(Rows.uuid(row, "grid_id"))),
                new GridKey(Rows.text(row, "grid_key")));
    }
}

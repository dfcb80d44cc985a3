package org.wangge.organisation.agency;

import io.r2dbc.spi.Readable;
import java.time.Instant;
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
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The agencies in the database. They are public.
@Component
class Agencies implements NodeSource {
    private static final String COLUMNS = "y.id, y.grid_id, y.grid_key, y.name, y.credit_code, y.version";
    private static final Listing<ServiceAgency> LIST =
            new Listing<>(COLUMNS, "service_agency y", "y.id", Agencies::row, ServiceAgency::uuid);
    private static final Sort<ServiceAgency> BY_NAME =
            new Sort<>("y.name collate \"zh-x-icu\"", Sort.Kind.TEXT, ServiceAgency::name, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    Agencies(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return ServiceAgencyId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids).cast(Node.class);
    }

    Flux<ServiceAgency> all(Collection<UUID> ids) {
        var where = new Conditions().and("y.id = any(:ids)", "ids", Batch.ids(ids));
        return where.bind(database.sql("select " + COLUMNS + "\nfrom service_agency y" + where.sql()))
                .map(Agencies::row)
                .all();
    }

    Mono<ServiceAgency> find(ServiceAgencyId id) {
        return all(List.of(id.value())).next();
    }

    Mono<Connection<ServiceAgency>> page(Scope area, PageRequest page) {
        return pages.page(LIST, area.limit("y.grid_key"), BY_NAME, page);
    }

    /// @throws org.springframework.dao.DataIntegrityViolationException when the agency is on the list already
    Mono<UUID> insert(RegisterAgencyInput input, Grid grid, String actor, Instant now) {
        return database.sql("""
                        insert into service_agency (grid_id, grid_key, name, credit_code, registered_by, registered_at)
                        values (:grid, :gridKey, :name, :creditCode, :actor, :now)
                        returning id""")
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("name", input.name().strip())
                .bind("creditCode", input.creditCode())
                .bind("actor", actor)
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    private static ServiceAgency row(Readable row) {
        return new ServiceAgency(
                new ServiceAgencyId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "name"),
                Rows.text(row, "credit_code"),
                Rows.number(row, "version"));
    }
}

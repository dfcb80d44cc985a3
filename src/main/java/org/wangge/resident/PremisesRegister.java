package org.wangge.resident;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.TextSearch;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.GridId;
import org.wangge.grid.Point;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The premises in the database (房屋台账).
@Component
public class PremisesRegister implements NodeSource {
    private static final String COLUMNS = """
            p.id, p.grid_id, p.code, p.type, p.address, p.area_m2::float8 as area_m2, p.occupancy, p.enterprise,
            p.location[0] as longitude, p.location[1] as latitude, p.verified_at, p.source, p.version""";
    private static final Listing<Premises> LIST = new Listing<>(
            COLUMNS,
            "premises p",
            "p.id",
            PremisesRegister::row,
            premises -> premises.id().value());

    private final DatabaseClient database;
    private final Pages pages;

    PremisesRegister(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return PremisesId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, LedgerSight.of(viewer)).cast(Node.class);
    }

    public Mono<Premises> find(PremisesId id, LedgerSight sight) {
        return select(sight.premises().and("p.id = :id", "id", id.value())).next();
    }

    Mono<Premises> find(String code, LedgerSight sight) {
        return select(sight.premises().and("p.code = :code", "code", code)).next();
    }

    public Flux<Premises> all(Collection<UUID> ids, LedgerSight sight) {
        return select(sight.premises().and("p.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    Mono<Connection<Premises>> page(
            PremisesFilter filter, Scope area, LedgerSight sight, PremisesOrder order, PageRequest page) {
        var where = sight.premises().and(area.limit("p.grid_key", "area"));
        if (filter.types() != null) {
            where.and("p.type = any(:types)", "types", Batch.names(filter.types()));
        }
        if (filter.occupancy() != null) {
            where.and(
                    "p.occupancy = :occupancy", "occupancy", filter.occupancy().name());
        }
        if (filter.enterprise() != null) {
            TextSearch.limit(where, "p.enterprise", "p.enterprise_grams", filter.enterprise(), "filter.enterprise");
        }
        return pages.page(LIST, where, order.sort(), page);
    }

    private Flux<Premises> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom premises p" + where.sql()))
                .map(PremisesRegister::row)
                .all();
    }

    private static Premises row(Readable row) {
        return new Premises(
                new PremisesId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                Rows.text(row, "code"),
                Rows.constant(row, "type", PremisesType.class),
                Rows.text(row, "address"),
                row.get("area_m2", Double.class),
                Rows.mapped(row, "occupancy", String.class, Occupancy::valueOf),
                row.get("enterprise", String.class),
                place(row.get("longitude", Double.class), row.get("latitude", Double.class)),
                Rows.get(row, "verified_at", Instant.class),
                Rows.text(row, "source"),
                Rows.number(row, "version"));
    }

    private static @Nullable Point place(@Nullable Double longitude, @Nullable Double latitude) {
        return longitude == null || latitude == null ? null : new Point(longitude, latitude, CoordinateSystem.CGCS2000);
    }
}

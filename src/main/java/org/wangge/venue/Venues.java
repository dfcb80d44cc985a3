package org.wangge.venue;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Point;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The venues in the database. Where people can meet is public.
@Component
public class Venues implements NodeSource {
    private static final String COLUMNS = """
            v.id, v.grid_id, v.grid_key, v.name, v.kind, v.address, v.capacity, v.opening, v.location[0] as longitude,
            v.location[1] as latitude, v.closed_at, v.version""";
    private static final Listing<Venue> LIST = new Listing<>(COLUMNS, "venue v", "v.id", Venues::row, Venue::uuid);
    private static final Sort<Venue> BY_NAME =
            new Sort<>("v.name collate \"zh-x-icu\"", Sort.Kind.TEXT, Venue::name, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    Venues(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return VenueId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids).cast(Node.class);
    }

    public Flux<Venue> all(Collection<UUID> ids) {
        return select(new Conditions().and("v.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    public Mono<Venue> find(VenueId id) {
        return all(List.of(id.value())).next();
    }

    /// The venue, which stays as it is until the caller's transaction ends.
    Mono<Venue> held(VenueId id, Scope scope) {
        return select(scope.limit("v.grid_key").and("v.id = :id", "id", id.value()), "\nfor share")
                .next();
    }

    Mono<Connection<Venue>> page(VenueFilter filter, Scope area, PageRequest page) {
        var where = area.limit("v.grid_key");
        if (filter.kind() != null) {
            where.and("v.kind = :kind", "kind", filter.kind().name());
        }
        if (filter.capacityAtLeast() != null) {
            where.and("v.capacity >= :capacity", "capacity", filter.capacityAtLeast());
        }
        if (filter.isOpen() != null) {
            where.and(filter.isOpen() ? "v.closed_at is null" : "v.closed_at is not null");
        }
        return pages.page(LIST, where, BY_NAME, page);
    }

    Mono<UUID> insert(OpenVenueInput input, Grid grid, String actor, Instant now) {
        return database.sql("""
                        insert into venue (grid_id, grid_key, name, kind, address, capacity, opening, location,
                                           created_at, created_by)
                        values (:grid, :gridKey, :name, :kind, :address, :capacity, :opening,
                                point(:longitude::float8, :latitude::float8), :now, :actor)
                        returning id""")
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("name", input.name().strip())
                .bind("kind", input.kind().name())
                .bind("address", input.address().strip())
                .bind("capacity", input.capacity())
                .bind("opening", new OpeningHours(input.opening()).minutes())
                .bind("longitude", Rows.orNull(longitude(input.place()), Double.class))
                .bind("latitude", Rows.orNull(latitude(input.place()), Double.class))
                .bind("now", now)
                .bind("actor", actor)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// False when it is not at the version any more.
    Mono<Boolean> change(ChangeVenueInput input) {
        return database.sql("""
                        update venue
                        set name = :name, address = :address, capacity = :capacity, opening = :opening,
                            version = version + 1
                        where id = :id and version = :version and closed_at is null""")
                .bind("name", input.name().strip())
                .bind("address", input.address().strip())
                .bind("capacity", input.capacity())
                .bind("opening", new OpeningHours(input.opening()).minutes())
                .bind("id", input.venueId().value())
                .bind("version", input.expectedVersion())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when it is not at the version any more.
    Mono<Boolean> close(VenueId id, int version, Instant now) {
        return database.sql("""
                        update venue
                        set closed_at = :now, version = version + 1
                        where id = :id and version = :version and closed_at is null""")
                .bind("now", now)
                .bind("id", id.value())
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Flux<Venue> select(Conditions where, String lock) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom venue v" + where.sql() + lock))
                .map(Venues::row)
                .all();
    }

    private static @Nullable Double longitude(@Nullable Point point) {
        return point == null ? null : point.in(CoordinateSystem.CGCS2000).longitude();
    }

    private static @Nullable Double latitude(@Nullable Point point) {
        return point == null ? null : point.in(CoordinateSystem.CGCS2000).latitude();
    }

    private static Venue row(Readable row) {
        return new Venue(
                new VenueId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "name"),
                Rows.constant(row, "kind", VenueKind.class),
                Rows.text(row, "address"),
                Rows.number(row, "capacity"),
                OpeningHours.of(Rows.get(row, "opening", Integer[].class)),
                Point.ofColumns(row.get("longitude", Double.class), row.get("latitude", Double.class)),
                row.get("closed_at", Instant.class),
                Rows.number(row, "version"));
    }
}

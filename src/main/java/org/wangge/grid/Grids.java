package org.wangge.grid;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.TextSearch;
import org.wangge.kept.Kept;
import org.wangge.kept.KeptTables;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The grids in the database. Those that are named by id, code or key come from memory, see [KeptTables].
@Component
public class Grids {
    static final String COLUMNS = """
            g.id, g.grid_key, g.level, g.kind, g.code, g.name, g.parent_id, g.area_class, g.area_m2,
            g.centre[0] as longitude, g.centre[1] as latitude, g.effective_from, g.effective_to, g.version""";
    static final Listing<Grid> LIST = new Listing<>(
            COLUMNS, "grid g", "g.id", Grids::row, grid -> grid.id().value());

    private final DatabaseClient database;
    private final Pages pages;
    private final Kept<Forest> kept;

    Grids(DatabaseClient database, Pages pages, KeptTables tables) {
        this.database = database;
        this.pages = pages;
        this.kept = tables.keep("grid", select(new Conditions()).collectList().map(Forest::new));
    }

    public Mono<Grid> find(GridId id, Scope scope) {
        return all(List.of(id.value()), scope).next();
    }

    /// @throws Fault NOT_FOUND when there is no such grid in the scope
    public Mono<Grid> get(GridId id, Scope scope) {
        return find(id, scope).switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    /// The part of the scope that lies in a grid; all of it when there is none to lie in.
    ///
    /// @throws Fault NOT_FOUND when there is no such grid in the scope
    public Mono<Scope> within(@Nullable GridId id, Scope scope) {
        return id == null ? Mono.just(scope) : get(id, scope).map(grid -> scope.within(grid.key()));
    }

    public Mono<Grid> find(GridCode code, Scope scope) {
        var forest = kept.now();
        var known = forest == null ? null : forest.find(code.digits());
        if (known != null) {
            return Mono.justOrEmpty(scope.holds(known.key()) ? known : null);
        }
        return select(scope.limit("g.grid_key").and("g.code = :code", "code", code.digits()))
                .next();
    }

    public Flux<Grid> all(Collection<UUID> ids, Scope scope) {
        var forest = kept.now();
        var known = forest == null ? null : forest.all(ids);
        if (known != null) {
            return seen(known, scope);
        }
        return select(scope.limit("g.grid_key").and("g.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    public Flux<Grid> allAt(Collection<GridKey> keys, Scope scope) {
        var forest = kept.now();
        var known = forest == null ? null : forest.allAt(keys);
        if (known != null) {
            return seen(known, scope);
        }
        var paths = keys.stream().map(GridKey::path).toArray(String[]::new);
        return select(scope.limit("g.grid_key").and("g.grid_key = any(:paths)", "paths", paths));
    }

    public Mono<Connection<Grid>> page(
            GridFilter filter, Scope scope, LocalDate today, GridOrder order, PageRequest page) {
        var where = effective(scope.limit("g.grid_key"), filter.effectiveOn() == null ? today : filter.effectiveOn());
        if (filter.levels() != null) {
            where.and("g.level = any(:levels)", "levels", depths(filter.levels()));
        }
        if (filter.kind() != null) {
            where.and("g.kind = :kind", "kind", filter.kind().name());
        }
        if (filter.name() != null) {
            TextSearch.limit(where, "g.name", "g.name_grams", filter.name(), "filter.name");
        }
        return pages.page(LIST, where, order.sort(), page);
    }

    /// The grid of the deepest level whose boundary holds the point. Of grids that share the point
    /// on their borders it is the one with the smallest area, then with the first key.
    public Mono<Grid> at(Point point, Scope scope, LocalDate on) {
        var place = point.in(CoordinateSystem.CGCS2000);
        var where = effective(scope.limit("g.grid_key"), on)
                .and("box(a.ring) @> box(point(:x, :y), point(:x, :y))", "x", place.longitude(), "y", place.latitude())
                .and("a.ring @> point(:x, :y)");
        return where.bind(database.sql("select " + COLUMNS + "\nfrom grid_area a join grid g on g.id = a.grid_id"
                        + where.sql() + "\norder by g.level desc, g.area_m2, g.grid_key\nlimit 1"))
                .map(Grids::row)
                .one();
    }

    static Conditions effective(Conditions where, LocalDate on) {
        return where.and("g.effective_from <= :on", "on", on).and("(g.effective_to is null or g.effective_to > :on)");
    }

    static Grid row(Readable row) {
        return new Grid(
                new GridId(Rows.uuid(row, "id")),
                new GridKey(Rows.text(row, "grid_key")),
                GridLevel.ofDepth(Rows.get(row, "level", Short.class)),
                Rows.constant(row, "kind", GridKind.class),
                Rows.text(row, "code"),
                Rows.text(row, "name"),
                Rows.mapped(row, "parent_id", UUID.class, GridId::new),
                Rows.mapped(row, "area_class", String.class, AreaClass::valueOf),
                row.get("area_m2", Double.class),
                Point.ofColumns(row.get("longitude", Double.class), row.get("latitude", Double.class)),
                Rows.get(row, "effective_from", LocalDate.class),
                row.get("effective_to", LocalDate.class),
                Rows.number(row, "version"));
    }

    /// The grid, if this node has it at hand; otherwise ask with [#all].
    public @Nullable Grid atHand(GridId id) {
        var forest = kept.now();
        return forest == null ? null : forest.find(id);
    }

    /// What this node has at hand; null before it has read it.
    @Nullable
    Forest forest() {
        return kept.now();
    }

    private static Flux<Grid> seen(List<Grid> grids, Scope scope) {
        return Flux.fromIterable(grids).filter(grid -> scope.holds(grid.key()));
    }

    private Flux<Grid> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom grid g" + where.sql()))
                .map(Grids::row)
                .all();
    }

    private static Short[] depths(Collection<GridLevel> levels) {
        return levels.stream().map(GridLevel::depth).toArray(Short[]::new);
    }
}

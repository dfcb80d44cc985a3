package org.wangge.grid;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// What lies below grids, for many grids at once.
@Component
class GridTree {
    static final int MOST_CHILDREN = 1_000;

    private final DatabaseClient database;
    private final Grids grids;

    GridTree(DatabaseClient database, Grids grids) {
        this.database = database;
        this.grids = grids;
    }

    /// Which grids are asked for: those of a level below a key.
    record Below(GridKey key, GridLevel level) {}

    private record Found(String key, Grid grid) {}

    /// The grids of a level below others, in the order of their codes.
    ///
    /// @throws Fault TOO_MANY above 1,000 below one grid: page through `grids` instead
    Mono<Map<Below, List<Grid>>> below(Collection<Below> wanted, Scope scope, LocalDate on) {
        var forest = grids.forest();
        return forest == null ? read(wanted, scope, on) : Mono.fromSupplier(() -> below(forest, wanted, scope, on));
    }

    private static Map<Below, List<Grid>> below(Forest forest, Collection<Below> wanted, Scope scope, LocalDate on) {
        return wanted.stream()
                .collect(toMap(
                        below -> below,
                        below -> few(forest.below(below.key(), below.level(), on).stream()
                                .filter(grid -> scope.holds(grid.key()))
                                .toList())));
    }

    private Mono<Map<Below, List<Grid>>> read(Collection<Below> wanted, Scope scope, LocalDate on) {
        var where = Grids.effective(scope.limit("g.grid_key"), on)
                .and("g.level = k.level")
                .and("g.grid_key > k.low and g.grid_key < k.high");
        return where.bind(database.sql("select k.low, below.*\n"
                        + "from unnest(:lows, :highs, :levels) as k (low, high, level)\n"
                        + "cross join lateral (select " + Grids.COLUMNS + " from grid g" + where.sql()
                        + "\norder by g.code limit " + (MOST_CHILDREN + 1) + ") as below"))
                .bind("lows", Batch.texts(wanted, below -> below.key().path()))
                .bind("highs", Batch.texts(wanted, below -> below.key().end()))
                .bind(
                        "levels",
                        wanted.stream().map(below -> below.level().depth()).toArray(Short[]::new))
                .map(row -> new Found(Rows.text(row, "low"), Grids.row(row)))
                .all()
                .collectList()
                .map(found -> byWish(wanted, found));
    }

    /// How many grids of each level lie below each key.
    Mono<Map<GridCounts, List<GridLevelCount>>> countsByLevel(
            Collection<GridCounts> counts, Scope scope, LocalDate on) {
        var where = Grids.effective(scope.limit("g.grid_key"), on);
        var found = where.bind(database.sql("select k.low, g.level, count(*) as amount\n"
                        + "from unnest(:lows, :highs) as k (low, high)\n"
                        + "join grid g on g.grid_key > k.low and g.grid_key < k.high"
                        + where.sql() + "\ngroup by k.low, g.level order by g.level"))
                .bind("lows", Batch.texts(counts, count -> count.key().path()))
                .bind("highs", Batch.texts(counts, count -> count.key().end()))
                .map(row -> Map.entry(
                        Rows.text(row, "low"),
                        new GridLevelCount(
                                GridLevel.ofDepth(Rows.get(row, "level", Short.class)),
                                Math.toIntExact(Rows.get(row, "amount", Long.class)))))
                .all();
        return Batch.many(counts, count -> count.key().path(), found, Map.Entry::getKey)
                .map(GridTree::values);
    }

    private static Map<Below, List<Grid>> byWish(Collection<Below> wanted, List<Found> found) {
        var byBelow = found.stream()
                .collect(groupingBy(
                        one -> new Below(new GridKey(one.key()), one.grid().level())));
        Map<Below, List<Grid>> result = new HashMap<>();
        for (var wish : wanted) {
            result.put(
                    wish,
                    few(byBelow.getOrDefault(wish, List.of()).stream()
                            .map(Found::grid)
                            .toList()));
        }
        return result;
    }

    private static List<Grid> few(List<Grid> children) {
        if (children.size() > MOST_CHILDREN) {
            throw new Fault(FaultCode.TOO_MANY, "children", MOST_CHILDREN);
        }
        return children;
    }

    private static <K, V> Map<K, List<V>> values(Map<K, List<Map.Entry<String, V>>> entries) {
        Map<K, List<V>> values = HashMap.newHashMap(entries.size());
        entries.forEach((key, list) ->
                values.put(key, list.stream().map(Map.Entry::getValue).toList()));
        return values;
    }
}

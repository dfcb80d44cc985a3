package org.wangge.resident;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridCounts;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Mono;

/// How much of the ledger lies in each of many subtrees, each in one statement for all of them.
@Component
class Tallies {
    private final DatabaseClient database;

    Tallies(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<GridCounts, Integer>> residents(Collection<GridCounts> counts) {
        return amounts("resident r", Residents.is(ResidentStatus.ACTIVE, below("r.grid_key")), counts);
    }

    Mono<Map<GridCounts, Integer>> households(Collection<GridCounts> counts) {
        return amounts("household h", below("h.grid_key"), counts);
    }

    Mono<Map<GridCounts, List<PremisesTypeCount>>> premises(Collection<GridCounts> counts) {
        var where = below("p.grid_key");
        var found = where.bind(database.sql("select k.low, p.type, count(*)::int as amount\n"
                        + "from unnest(:lows, :highs) as k (low, high) cross join premises p" + where.sql()
                        + "\ngroup by k.low, p.type"))
                .bind("lows", Batch.texts(counts, count -> count.key().path()))
                .bind("highs", Batch.texts(counts, count -> count.key().end()))
                .map(row -> Map.entry(
                        counts(Rows.text(row, "low")),
                        new PremisesTypeCount(
                                Rows.constant(row, "type", PremisesType.class), Rows.number(row, "amount"))))
                .all()
                .sort(comparing(entry -> entry.getValue().type()));
        return Batch.grouped(counts, found);
    }

    private Mono<Map<GridCounts, Integer>> amounts(String table, Conditions where, Collection<GridCounts> counts) {
        return where.bind(database.sql("select k.low, (select count(*)::int from " + table + where.sql()
                        + ") as amount\nfrom unnest(:lows, :highs) as k (low, high)"))
                .bind("lows", Batch.texts(counts, count -> count.key().path()))
                .bind("highs", Batch.texts(counts, count -> count.key().end()))
                .map(row -> Map.entry(counts(Rows.text(row, "low")), Rows.number(row, "amount")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Conditions below(String column) {
        return new Conditions().and(column + " >= k.low and " + column + " < k.high");
    }

    private static GridCounts counts(String key) {
        return new GridCounts(new GridKey(key));
    }
}

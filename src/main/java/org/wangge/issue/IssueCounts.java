package org.wangge.issue;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridCounts;
import reactor.core.publisher.Mono;

/// How many open issues there are in grids and below.
@Controller
class IssueCounts {
    private final DatabaseClient database;

    IssueCounts(DatabaseClient database) {
        this.database = database;
    }

    @BatchMapping(typeName = "GridCounts")
    Mono<Map<GridCounts, Integer>> openIssueCount(List<GridCounts> counts) {
        var where = new Conditions().and("i.is_open").and("i.grid_key >= k.low and i.grid_key < k.high");
        return where.bind(database.sql("select k.low, (select count(*) from issue i" + where.sql() + ") as amount\n"
                        + "from unnest(:lows, :highs) as k (low, high)"))
                .bind("lows", Batch.texts(counts, count -> count.key().path()))
                .bind("highs", Batch.texts(counts, count -> count.key().end()))
                .map(row -> Map.entry(Rows.text(row, "low"), Math.toIntExact(Rows.get(row, "amount", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(byKey -> Batch.values(
                        counts, count -> byKey.getOrDefault(count.key().path(), 0)));
    }
}

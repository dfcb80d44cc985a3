package org.wangge.issue.statistics;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Mono;

/// How long handling took, for each part of a subtree and for all of it: the times of the parts say
/// nothing of those of the whole.
@Component
class HandlingTimes {
    private final DatabaseClient database;

    HandlingTimes(DatabaseClient database) {
        this.database = database;
    }

    /// By the part; what belongs to the whole has no key.
    Mono<Map<Optional<GridKey>, HandlingTime>> of(Extent extent) {
        return extent.bind(database.sql("""
                        with handled as (
                          select grid_part(i.reported_grid_key, :node) as part,
                                 sum(extract(epoch from c.met_at - c.started_at))::float8 as elapsed,
                                 sum(extract(epoch from c.met_at - c.started_at) - c.paused_ms / 1000.0)::float8 as active
                          from issue i join issue_clock c on c.issue_id = i.id and c.point = 'HANDLE' and c.met_at is not null
                          where i.reported_grid_key >= :low and i.reported_grid_key < :high
                            and i.status not in ('REJECTED', 'MERGED', 'WITHDRAWN')
                          group by i.reported_grid_key, c.issue_id, c.round
                          having max(c.met_at) >= :from and max(c.met_at) < :to
                        )
                        select part, count(*)::int as amount,
                               avg(active) as active_mean, percentile_cont(0.5) within group (order by active) as active_p50,
                               percentile_cont(0.9) within group (order by active) as active_p90,
                               avg(elapsed) as elapsed_mean, percentile_cont(0.5) within group (order by elapsed) as elapsed_p50,
                               percentile_cont(0.9) within group (order by elapsed) as elapsed_p90
                        from handled
                        group by rollup (part)
                        having count(*) > 0"""))
                .map(row -> Map.entry(
                        Optional.ofNullable(row.get("part", String.class)).map(GridKey::new), time(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static HandlingTime time(Readable row) {
        return new HandlingTime(Rows.number(row, "amount"), spread(row, "active"), spread(row, "elapsed"));
    }

    private static HandlingTime.Spread spread(Readable row, String kind) {
        return new HandlingTime.Spread(
                seconds(row, kind + "_mean"), seconds(row, kind + "_p50"), seconds(row, kind + "_p90"));
    }

    private static Duration seconds(Readable row, String column) {
        return Duration.ofSeconds(Math.round(Rows.get(row, column, Double.class)));
    }
}

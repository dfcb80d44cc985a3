package org.wangge.issue.clock;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// Which policy fits an issue: the one of the highest priority, then the one that says more (the
/// category before the type, that before the area and the urgency), then the subdistrict's own.
@Component
class Policies {
    private final DatabaseClient database;

    Policies(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<DuePoint, Policy>> fitting(Issue issue, Collection<DuePoint> points) {
        return database.sql("""
                        select distinct on (p.point) p.id, p.point, p.is_working, p.days, p.minutes, p.longest_days
                        from sla_policy p
                        left join issue_category c on c.id = :category
                        where p.point = any(:points) and p.is_active
                          and (p.grid_key is null or p.grid_key = any(:grids))
                          and (p.type is null or p.type = :type)
                          and (p.urgency is null or p.urgency = :urgency)
                          and (p.category_code is null or p.category_code in (c.code, c.parent_code))
                          and (p.area_class is null or p.area_class = (
                            select g.area_class from grid g
                            where g.grid_key = any(:grids) and g.area_class is not null
                            order by length(g.grid_key) desc
                            limit 1))
                        order by p.point, p.priority desc, (p.category_code = c.code) desc nulls last,
                                 p.category_code nulls last, p.type nulls last, p.area_class nulls last,
                                 p.urgency nulls last, length(p.grid_key) desc nulls last""")
                .bind("category", issue.categoryId().value())
                .bind("points", Batch.names(points))
                .bind("grids", grids(issue.gridKey()))
                .bind("type", issue.type().name())
                .bind("urgency", issue.urgency().name())
                .map(Policies::row)
                .all()
                .collectMap(Policy::point);
    }

    static Policy row(Readable row) {
        return new Policy(
                Rows.uuid(row, "id"),
                Rows.constant(row, "point", DuePoint.class),
                Rows.get(row, "is_working", Boolean.class),
                Rows.number(row, "days"),
                Rows.number(row, "minutes"),
                row.get("longest_days", Integer.class));
    }

    /// By which policy a clock was last reckoned.
    Mono<Policy> of(UUID clockId) {
        return database.sql("""
                        select p.id, p.point, p.is_working, p.days, p.minutes, p.longest_days
                        from sla_policy p join issue_clock c on c.policy_id = p.id
                        where c.id = :clock""").bind("clock", clockId).map(Policies::row).one();
    }

    static String[] grids(GridKey key) {
        return Stream.concat(key.ancestors().stream(), Stream.of(key))
                .map(GridKey::path)
                .toArray(String[]::new);
    }
}

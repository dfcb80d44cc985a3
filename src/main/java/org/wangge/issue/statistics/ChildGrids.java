package org.wangge.issue.statistics;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;

/// The children that a grid had on some day of a period, whether there is anything to count or not.
@Component
class ChildGrids {
    private final DatabaseClient database;

    ChildGrids(DatabaseClient database) {
        this.database = database;
    }

    Flux<GridKey> of(Extent extent) {
        return database.sql("""
                        select c.grid_key
                        from grid g join grid c on c.parent_id = g.id
                        where g.grid_key = :node
                          and c.effective_from < :to and (c.effective_to is null or c.effective_to > :from)
                        limit 1000""")
                .bind("node", extent.node().path())
                .bind("from", extent.from())
                .bind("to", extent.to())
                .map(row -> new GridKey(Rows.text(row, "grid_key")))
                .all();
    }
}

package org.wangge.grid;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The boundaries of grids, which are too large to travel with every row.
@Component
class Boundaries {
    private final DatabaseClient database;

    Boundaries(DatabaseClient database) {
        this.database = database;
    }

    /// GeoJSON MultiPolygons in CGCS2000, as text, by the id of the grid.
    Mono<Map<UUID, String>> all(Collection<UUID> ids) {
        return database.sql("""
                        select id, boundary::text as boundary
                        from grid
                        where id = any(:ids) and boundary is not null""")
                .bind("ids", Batch.ids(ids))
                .map(row -> Map.entry(Rows.uuid(row, "id"), Rows.text(row, "boundary")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}

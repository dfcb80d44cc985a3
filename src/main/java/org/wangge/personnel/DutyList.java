package org.wangge.personnel;

import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Mono;

/// Says what grid staff may be given to do (准入制, as in 舟山市网格化服务管理条例): nothing that is
/// not on the list in force. A list without items admits nothing.
@Component
public class DutyList {
    private final DatabaseClient database;
    private final MatterCategories categories;

    DutyList(DatabaseClient database, MatterCategories categories) {
        this.database = database;
        this.categories = categories;
    }

    /// Whether a matter of this category may be given to the grid staff there on that day: the category
    /// or its class is on a list in force, of that grid or one above it.
    public Mono<Boolean> admits(String categoryCode, GridKey at, LocalDate on) {
        return categories
                .lineage(categoryCode)
                .flatMap(codes -> isListed(codes, at, on))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> isListed(List<String> codes, GridKey at, LocalDate on) {
        return database.sql("""
                        select exists (
                          select 1
                          from duty_item
                          where grid_key = any(:above)
                            and issue_categories && :codes
                            and admitted_from <= :on and (admitted_to is null or admitted_to > :on)) as listed""")
                .bind("above", Batch.texts(at.line(), GridKey::path))
                .bind("codes", codes.toArray(String[]::new))
                .bind("on", on)
                .map(row -> Rows.get(row, "listed", Boolean.class))
                .one();
    }
}

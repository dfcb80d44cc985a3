package org.wangge.issue.dispatch;

import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.personnel.MatterCategories;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The categories of issues, as the duty list asks for them.
@Component
class CategoryLines implements MatterCategories {
    private final DatabaseClient database;

    CategoryLines(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<String>> lineage(String code) {
        return database.sql("""
                        select array_remove(array[code, parent_code], null) as line
                        from issue_category
                        where code = :code""")
                .bind("code", code)
                .map(row -> List.of(Rows.get(row, "line", String[].class)))
                .one();
    }

    @Override
    public Flux<String> known(Collection<String> codes) {
        return database.sql("""
                        select code
                        from issue_category
                        where code = any(:codes)""")
                .bind("codes", codes.toArray(String[]::new))
                .map(row -> Rows.text(row, "code"))
                .all();
    }
}

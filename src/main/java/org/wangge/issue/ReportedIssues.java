package org.wangge.issue;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.resident.RecordPart;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Mono;

/// The issues that a resident reported, or that were reported for them, as far as a copy of their
/// record names them.
@Component
class ReportedIssues implements RecordPart {
    private static final int MOST = 10_000;

    private final DatabaseClient database;

    ReportedIssues(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "issues";
    }

    @Override
    public Mono<Object> about(ResidentId resident, String actor) {
        return database.sql("""
                        select id
                        from issue
                        where on_behalf_of = :resident or reporter = :actor
                        order by id
                        limit :most""")
                .bind("resident", resident.value())
                .bind("actor", actor)
                .bind("most", MOST)
                .map(row -> new IssueId(Rows.uuid(row, "id")).toString())
                .all()
                .collectList()
                .cast(Object.class);
    }
}

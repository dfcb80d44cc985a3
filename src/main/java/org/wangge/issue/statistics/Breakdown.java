package org.wangge.issue.statistics;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.issue.CategoryId;
import org.wangge.issue.IssueSource;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Urgency;
import reactor.core.publisher.Mono;

/// What was reported in a period, by what it was; what it was split into counts with the whole.
@Component
class Breakdown {
    private final DatabaseClient database;

    Breakdown(DatabaseClient database) {
        this.database = database;
    }

    /// The most first.
    Mono<IssueBreakdown> of(Extent extent, Veil veil) {
        return database.sql("""
                        select category_id, source, status, urgency, count(*) as amount
                        from (
                          select category_id, source, status, urgency
                          from issue
                          where reported_grid_key >= :low and reported_grid_key < :high
                            and reported_at >= :from and reported_at < :to and parent_id is null
                        ) as reported
                        group by grouping sets ((category_id), (source), (status), (urgency))
                        order by amount desc, category_id, source, status, urgency""")
                .bind("low", extent.node().path())
                .bind("high", extent.node().end())
                .bind("from", extent.fromAt())
                .bind("to", extent.toAt())
                .map(row -> new Slice(
                        Rows.mapped(row, "category_id", UUID.class, CategoryId::new),
                        Rows.mapped(row, "source", String.class, IssueSource::valueOf),
                        Rows.mapped(row, "status", String.class, IssueStatus::valueOf),
                        Rows.mapped(row, "urgency", String.class, Urgency::valueOf),
                        veil.count(Rows.get(row, "amount", Long.class))))
                .all()
                .collectList()
                .map(IssueBreakdown::of);
    }
}

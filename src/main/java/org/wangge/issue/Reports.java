package org.wangge.issue;

import io.r2dbc.spi.Parameter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.Point;
import reactor.core.publisher.Mono;

/// Writes what is reported, and the receipts.
@Component
class Reports {
    private final DatabaseClient database;

    Reports(DatabaseClient database) {
        this.database = database;
    }

    /// What whoever reported an issue is given: the issue, and the code by which they follow it.
    record Receipt(Issue issue, String trackingCode) {}

    /// Writes the issue and the first entry of its timeline in one statement; false when the id
    /// names an issue already.
    ///
    /// @param dueAt by when somebody has to act on it first, null when no policy says so
    Mono<Boolean> insert(Receipt receipt, @Nullable Instant dueAt, String actor) {
        var issue = receipt.issue();
        var point = issue.point();
        return database.sql("""
                        with reported as (
                          insert into issue (id, tracking_code, type, category_id, title, description, source, urgency,
                                             level, confidentiality, status, grid_id, grid_key, reported_grid_key, location, place,
                                             reporter, on_behalf_of, occurred_at, reported_at, updated_at, next_due_at)
                          values (:id, :code, :type, :category, :title, :description, :source, :urgency, :level,
                                  :confidentiality, :status, :grid, :gridKey, :gridKey, point(:longitude, :latitude), :place, :actor,
                                  :onBehalfOf, :occurredAt, :at, :at, :due)
                          on conflict (id) do nothing
                          returning id
                        )
                        insert into issue_timeline (issue_id, seq, move, to_status, actor, acted_as, at)
                        select id, 1, :move, :status, :actor, 'REPORTER', :at from reported""")
                .bind("id", issue.uuid())
                .bind("code", receipt.trackingCode())
                .bind("type", issue.type().name())
                .bind("category", issue.categoryId().value())
                .bind("title", issue.title())
                .bind("description", issue.description())
                .bind("source", issue.source().name())
                .bind("urgency", issue.urgency().name())
                .bind("level", issue.level().name())
                .bind("confidentiality", issue.confidentiality().name())
                .bind("status", issue.status().name())
                .bind("grid", issue.gridId().value())
                .bind("gridKey", issue.gridKey().path())
                .bind("longitude", parameter(point, Point::longitude))
                .bind("latitude", parameter(point, Point::latitude))
                .bind("place", Rows.orNull(issue.place(), String.class))
                .bind("onBehalfOf", Rows.orNull(resident(issue), UUID.class))
                .bind("occurredAt", Rows.orNull(issue.occurredAt(), Instant.class))
                .bind("at", issue.reportedAt())
                .bind("due", Rows.orNull(dueAt, Instant.class))
                .bind("actor", actor)
                .bind("move", Move.REPORT.name())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// As the issue is now.
    Mono<Receipt> receipt(IssueId id) {
        return database.sql("select " + Issues.COLUMNS + ", i.tracking_code\nfrom issue i\nwhere i.id = :id")
                .bind("id", id.value())
                .map(row -> new Receipt(Issues.row(row), Rows.text(row, "tracking_code")))
                .one();
    }

    private static Parameter parameter(@Nullable Point place, java.util.function.ToDoubleFunction<Point> degrees) {
        return Rows.orNull(place == null ? null : degrees.applyAsDouble(place), Double.class);
    }

    private static @Nullable UUID resident(Issue issue) {
        return issue.onBehalfOfId() == null ? null : issue.onBehalfOfId().value();
    }
}

package org.wangge.issue.likeness;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.GridKey;
import org.wangge.issue.CategoryId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueStatus;
import reactor.core.publisher.Flux;

/// Open issues around a matter, in the database.
@Component
class Neighbours {
    /// More than anybody is shown: some of them are not for everybody.
    private static final int MOST = 100;

    private final DatabaseClient database;

    Neighbours(DatabaseClient database) {
        this.database = database;
    }

    /// Those of the same category within its radius (or in the same grid, where one has no point) and
    /// its time, and those of the same class up to five times as far whose text is much the same; the
    /// nearest and most alike first.
    Flux<Neighbour> of(Matter matter) {
        var place = matter.point() == null ? null : matter.point().in(CoordinateSystem.CGCS2000);
        return database.sql("""
                        with asked as (
                          select c.code, coalesce(c.parent_code, c.code) as class, c.duplicate_radius_m as radius,
                                 make_interval(hours => c.duplicate_window_h) as span,
                                 point(:longitude::float8, :latitude::float8) as place, bigrams(:text) as grams,
                                 :happenedAt::timestamptz as happened_at
                          from issue_category c
                          where c.code = :category
                        ), near as (
                          select i.id, i.category_id, i.status, i.confidentiality, i.title, i.grams, i.reported_at,
                                 coalesce(i.occurred_at, i.reported_at) as happened_at,
                                 metres_between(i.location, a.place) as metres
                          from asked a join issue i on i.is_open and i.location <@ box_around(a.place, 5 * a.radius)
                          union all
                          select i.id, i.category_id, i.status, i.confidentiality, i.title, i.grams, i.reported_at,
                                 coalesce(i.occurred_at, i.reported_at), null
                          from asked a join issue i on i.is_open and i.grid_key = :gridKey
                            and (i.location is null or a.place is null)
                        ), measured as materialized (
                          select n.*, likeness(n.grams, a.grams) as similarity, a.radius,
                                 c.code = a.code and coalesce(n.metres <= a.radius, true) as is_near,
                                 coalesce(n.metres <= 5 * a.radius, true) as is_around
                          from asked a cross join near n
                          join issue_category c on c.id = n.category_id and a.class in (c.code, c.parent_code)
                          where n.happened_at between a.happened_at - a.span and a.happened_at + a.span
                            and n.id is distinct from :except
                        )
                        select id, category_id, status, confidentiality, title, reported_at, metres, similarity, is_near
                        from measured
                        where is_near or is_around and similarity >= 0.5
                        order by similarity - coalesce(metres, radius) / radius desc, reported_at desc, id
                        limit :most""")
                .bind("category", matter.category())
                .bind("longitude", Rows.orNull(place == null ? null : place.longitude(), Double.class))
                .bind("latitude", Rows.orNull(place == null ? null : place.latitude(), Double.class))
                .bind("gridKey", Rows.orNull(path(matter.at()), String.class))
                .bind("text", matter.text())
                .bind("happenedAt", matter.happenedAt())
                .bind(
                        "except",
                        Rows.orNull(
                                matter.except() == null ? null : matter.except().value(), UUID.class))
                .bind("most", MOST)
                .map(Neighbours::row)
                .all();
    }

    private static @Nullable String path(@Nullable GridKey key) {
        return key == null ? null : key.path();
    }

    private static Neighbour row(Readable row) {
        return new Neighbour(
                new IssueId(Rows.uuid(row, "id")),
                new CategoryId(Rows.uuid(row, "category_id")),
                Rows.constant(row, "status", IssueStatus.class),
                Rows.constant(row, "confidentiality", Confidentiality.class),
                Rows.text(row, "title"),
                Rows.get(row, "reported_at", Instant.class),
                row.get("metres", Double.class),
                Rows.get(row, "similarity", Double.class),
                Rows.get(row, "is_near", Boolean.class));
    }
}

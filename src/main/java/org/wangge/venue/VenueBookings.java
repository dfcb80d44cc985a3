package org.wangge.venue;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The bookings in the database. When a venue is taken, and for what, is public.
@Component
public class VenueBookings implements NodeSource {
    private static final String COLUMNS = """
            b.id, b.venue_id, b.grid_key, b.starts_at, b.ends_at, b.title, b.people, b.booked_by, b.booked_at, b.occasion,
            b.occasion_id, b.cancelled_at, b.cancel_reason, b.version""";
    private static final int MOST_IN_THE_WAY = 10;
    private static final Listing<VenueBooking> LIST =
            new Listing<>(COLUMNS, "venue_booking b", "b.id", VenueBookings::row, VenueBooking::uuid);
    private static final Sort<VenueBooking> BY_TIME =
            new Sort<>("b.starts_at", Sort.Kind.INSTANT, VenueBooking::startsAt, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    VenueBookings(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return VenueBookingId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids).cast(Node.class);
    }

    public Flux<VenueBooking> all(Collection<UUID> ids) {
        return select(new Conditions().and("b.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    /// Those that still hold, of meetings or activities.
    public Flux<VenueBooking> of(Collection<UUID> occasions) {
        return select(
                new Conditions()
                        .and("b.occasion_id = any(:occasions)", "occasions", Batch.ids(occasions))
                        .and("b.cancelled_at is null"),
                "\norder by b.starts_at, b.id");
    }

    Mono<VenueBooking> find(VenueBookingId id) {
        return all(List.of(id.value())).next();
    }

    Mono<Connection<VenueBooking>> page(VenueBookingFilter filter, PageRequest page) {
        return pages.page(LIST, filter.limit(new Conditions()), BY_TIME, page);
    }

    /// Empty when something stands in the way, see [#inTheWay].
    Mono<VenueBooking> insert(BookingRequest request, Venue venue, String actor, Instant now) {
        var occasion = request.occasion();
        return database.sql("""
                        insert into venue_booking (venue_id, grid_key, starts_at, ends_at, title, people, booked_by, booked_at,
                                                   occasion, occasion_id)
                        values (:venue, :gridKey, :startsAt, :endsAt, :title, :people, :actor, :now, :occasion, :occasionId)
                        on conflict do nothing
                        returning id, venue_id, grid_key, starts_at, ends_at, title, people, booked_by, booked_at, occasion,
                                  occasion_id, cancelled_at, cancel_reason, version""")
                .bind("venue", venue.uuid())
                .bind("gridKey", venue.gridKey().path())
                .bind("startsAt", request.startsAt())
                .bind("endsAt", request.endsAt())
                .bind("title", request.title().strip())
                .bind("people", Rows.orNull(request.people(), Integer.class))
                .bind("actor", actor)
                .bind("now", now)
                .bind(
                        "occasion",
                        Rows.orNull(occasion == null ? null : occasion.kind().name(), String.class))
                .bind("occasionId", Rows.orNull(occasion == null ? null : occasion.id(), UUID.class))
                .map(VenueBookings::row)
                .one();
    }

    /// What is booked in that time, the first first, at most ten.
    Flux<VenueBooking> inTheWay(BookingRequest request) {
        return select(
                new Conditions()
                        .and("b.venue_id = :venue", "venue", request.venueId().value())
                        .and("b.starts_at < :endsAt", "endsAt", request.endsAt())
                        .and("b.ends_at > :startsAt", "startsAt", request.startsAt())
                        .and("b.cancelled_at is null"),
                "\norder by b.starts_at\nlimit " + MOST_IN_THE_WAY);
    }

    /// Empty when it is not at the version any more.
    Mono<VenueBooking> cancel(VenueBooking booking, String reason, Instant now) {
        return database.sql("""
                        update venue_booking
                        set cancelled_at = :now, cancel_reason = :reason, version = version + 1
                        where id = :id and version = :version and cancelled_at is null
                        returning id, venue_id, grid_key, starts_at, ends_at, title, people, booked_by, booked_at, occasion,
                                  occasion_id, cancelled_at, cancel_reason, version""")
                .bind("now", now)
                .bind("reason", reason)
                .bind("id", booking.uuid())
                .bind("version", booking.version())
                .map(VenueBookings::row)
                .one();
    }

    /// Whether anything that still holds ends after the instant.
    Mono<Boolean> isBookedAfter(VenueId id, Instant at) {
        return select(
                        new Conditions()
                                .and("b.venue_id = :venue", "venue", id.value())
                                .and("b.ends_at > :at", "at", at)
                                .and("b.cancelled_at is null"),
                        "\nlimit 1")
                .hasElements();
    }

    private Flux<VenueBooking> select(Conditions where, String order) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom venue_booking b" + where.sql() + order))
                .map(VenueBookings::row)
                .all();
    }

    private static VenueBooking row(Readable row) {
        var occasion = row.get("occasion", String.class);
        return new VenueBooking(
                new VenueBookingId(Rows.uuid(row, "id")),
                new VenueId(Rows.uuid(row, "venue_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                Rows.text(row, "title"),
                row.get("people", Integer.class),
                Rows.text(row, "booked_by"),
                Rows.get(row, "booked_at", Instant.class),
                occasion == null ? null : new Occasion(Occasion.Kind.valueOf(occasion), Rows.uuid(row, "occasion_id")),
                row.get("cancelled_at", Instant.class),
                row.get("cancel_reason", String.class),
                Rows.number(row, "version"));
    }
}

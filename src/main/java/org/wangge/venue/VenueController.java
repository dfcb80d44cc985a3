package org.wangge.venue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Point;
import org.wangge.grid.Scope;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.refusal.SocietyRefusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Venues and their bookings in the graph.
@Controller
class VenueController {
    private final Venues venues;
    private final VenueBookings bookings;
    private final Grids grids;
    private final Members members;

    VenueController(Venues venues, VenueBookings bookings, Grids grids, Members members) {
        this.venues = venues;
        this.bookings = bookings;
        this.grids = grids;
        this.members = members;
    }

    @QueryMapping
    Mono<Connection<Venue>> venues(@Argument @Nullable VenueFilter filter, PageRequest page) {
        var wanted = filter == null ? VenueFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere()).flatMap(area -> venues.page(wanted, area, page));
    }

    @QueryMapping
    Mono<Connection<VenueBooking>> venueBookings(@Argument @Nullable VenueBookingFilter filter, PageRequest page) {
        return bookings.page(filter == null ? VenueBookingFilter.NONE : filter, page);
    }

    @BatchMapping
    Mono<Map<Venue, Grid>> grid(List<Venue> venues) {
        var ids = venues.stream().map(venue -> venue.gridId().value()).toList();
        return Batch.one(venues, Venue::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @SchemaMapping
    @Nullable
    Point location(Venue venue, @Argument CoordinateSystem system) {
        return venue.point() == null ? null : venue.point().in(system);
    }

    @BatchMapping
    Mono<Map<VenueBooking, Venue>> venue(List<VenueBooking> bookings) {
        var ids = bookings.stream().map(booking -> booking.venueId().value()).toList();
        return Batch.one(bookings, VenueBooking::venueId, venues.all(ids), Venue::id);
    }

    @BatchMapping
    Mono<Map<VenueBooking, Member>> bookedBy(List<VenueBooking> bookings, @ContextValue Viewer viewer) {
        var found = members.all(List.of(Batch.ids(bookings, VenueBooking::bookerUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(
                bookings, VenueBooking::bookerUuid, found, member -> member.id().value());
    }

    @SchemaMapping("bookings")
    Flux<VenueBooking> inTheWay(SocietyRefusal.VenueTaken taken) {
        return bookings.all(taken.bookingIds());
    }
}

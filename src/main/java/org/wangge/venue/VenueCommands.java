package org.wangge.venue;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with venues, in the graph.
@Controller
class VenueCommands {
    private final VenueService service;
    private final BookingService desk;
    private final Venues venues;
    private final VenueBookings bookings;

    VenueCommands(VenueService service, BookingService desk, Venues venues, VenueBookings bookings) {
        this.service = service;
        this.desk = desk;
        this.venues = venues;
        this.bookings = bookings;
    }

    @MutationMapping
    Mono<VenuePayload> openVenue(@Argument OpenVenueInput input, @ContextValue Viewer viewer) {
        return venue(Mono.defer(() -> service.open(input, viewer)));
    }

    @MutationMapping
    Mono<VenuePayload> changeVenue(@Argument ChangeVenueInput input, @ContextValue Viewer viewer) {
        return venue(Mono.defer(() -> service.change(input, viewer)));
    }

    @MutationMapping
    Mono<VenuePayload> closeVenue(@Argument CloseVenueInput input, @ContextValue Viewer viewer) {
        return venue(Mono.defer(() -> service.close(input, viewer)));
    }

    @MutationMapping
    Mono<VenueBookingPayload> bookVenue(@Argument BookVenueInput input, @ContextValue Viewer viewer) {
        return booking(Mono.defer(() -> desk.book(input, viewer)));
    }

    @MutationMapping
    Mono<VenueBookingPayload> cancelVenueBooking(@Argument CancelVenueBookingInput input, @ContextValue Viewer viewer) {
        return booking(Mono.defer(() -> desk.cancel(input, viewer)));
    }

    private Mono<VenuePayload> venue(Mono<Outcome> outcome) {
        return outcome.flatMap(done -> venues.find(new VenueId(done.subject()))
                        .map(venue -> new VenuePayload(venue, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(VenuePayload.refused(refused.refusal())));
    }

    private Mono<VenueBookingPayload> booking(Mono<Outcome> outcome) {
        return outcome.flatMap(done -> bookings.find(new VenueBookingId(done.subject()))
                        .map(booking -> new VenueBookingPayload(booking, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(VenueBookingPayload.refused(refused.refusal())));
    }
}

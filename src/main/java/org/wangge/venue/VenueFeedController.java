package org.wangge.venue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Event;
import org.wangge.feed.Feed;
import org.wangge.feed.Sight;
import org.wangge.feed.Told;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// When a venue is booked and let go, live.
@Controller
class VenueFeedController {
    private static final Set<String> EVENTS = Set.of(BookingDesk.BOOKED, BookingDesk.CANCELLED);

    private final Feed feed;
    private final Venues venues;
    private final VenueBookings bookings;

    VenueFeedController(Feed feed, Venues venues, VenueBookings bookings) {
        this.feed = feed;
        this.venues = venues;
        this.bookings = bookings;
    }

    @SubscriptionMapping
    Flux<Object> venueBookings(
            @Argument VenueId venueId,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        viewer.signedIn();
        return venues.find(venueId)
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)))
                .flatMapMany(venue ->
                        feed.told(after, sight(venue, presence), (event, cursor) -> told(event, cursor, venue)))
                .mapNotNull(Told::news);
    }

    /// Whoever is still signed in.
    private static Sight sight(Venue venue, Presence presence) {
        return () -> presence.viewer().map(Viewer::signedIn).map(viewer -> Scope.of(venue.gridKey()));
    }

    private Mono<VenueBookingEvent> told(Event event, String cursor, Venue venue) {
        return EVENTS.contains(event.type())
                ? bookings.all(List.of(event.subject()))
                        .filter(booking -> booking.venueId().equals(venue.id()))
                        .next()
                        .map(booking -> new VenueBookingEvent(booking, event.at(), cursor))
                : Mono.empty();
    }
}

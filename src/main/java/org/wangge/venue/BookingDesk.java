package org.wangge.venue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Books venues and lets them go, as a part of the command that needs one.
@Component
public class BookingDesk {
    static final String BOOKED = "VENUE_BOOKED";
    static final String CANCELLED = "VENUE_BOOKING_CANCELLED";

    private final Venues venues;
    private final VenueBookings bookings;
    private final Clock clock;

    BookingDesk(Venues venues, VenueBookings bookings, Clock clock) {
        this.venues = venues;
        this.bookings = bookings;
        this.clock = clock;
    }

    /// A booking that was made or let go, and the event that tells of it.
    public record Booked(VenueBooking booking, NewEvent event) {}

    /// In the caller's transaction. Of two who want one time at once, the second waits and is refused.
    ///
    /// @param scope where the actor may book
    /// @throws Refused VENUE_TAKEN with what stands in the way, VENUE_CLOSED, INPUT_REJECTED
    public Mono<Booked> book(BookingRequest request, Scope scope, String actor, Instant now) {
        return venues.held(request.venueId(), scope)
                .filter(Venue::isOpen)
                .switchIfEmpty(Mono.error(() -> Problems.single("venueId", ProblemCode.UNKNOWN)))
                .doOnNext(venue -> check(request, venue, now))
                .flatMap(venue -> bookings.insert(request, venue, actor, now))
                .switchIfEmpty(Mono.defer(() -> taken(request)))
                .map(booking -> new Booked(booking, event(BOOKED, booking, now)));
    }

    /// Lets go what was booked for an occasion that takes place no more.
    public Mono<List<NewEvent>> release(Occasion occasion, String reason, Instant now) {
        return bookings.of(List.of(occasion.id()))
                .concatMap(booking -> bookings.cancel(booking, reason, now))
                .map(booking -> event(CANCELLED, booking, now))
                .collectList();
    }

    static NewEvent event(String type, VenueBooking booking, Instant now) {
        return new NewEvent(type, booking.uuid(), booking.version(), booking.gridKey(), now);
    }

    private void check(BookingRequest request, Venue venue, Instant now) {
        request.problemsIn(venue, now).refuseIfAny();
        if (!venue.hours().hold(request.startsAt(), request.endsAt(), clock.getZone())) {
            throw new Refused(venue.hours().closed());
        }
    }

    /// What stood in the way may be gone a moment later; then the same command can be sent again.
    private Mono<VenueBooking> taken(BookingRequest request) {
        Flux<VenueBooking> inTheWay = bookings.inTheWay(request);
        return inTheWay.collectList()
                .filter(all -> !all.isEmpty())
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.UNAVAILABLE)))
                .flatMap(all -> Mono.error(new Refused(refusal(all))));
    }

    private static SocietyRefusal.VenueTaken refusal(List<VenueBooking> inTheWay) {
        var first = inTheWay.getFirst();
        return new SocietyRefusal.VenueTaken(
                inTheWay.stream().map(VenueBooking::uuid).toList(), first.title(), first.startsAt(), first.endsAt());
    }
}

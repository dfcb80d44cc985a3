package org.wangge.venue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of venues: whoever leads a grid opens, changes and closes those in it. What is against
/// them is [Refused].
@Service
class VenueService {
    private final Commands commands;
    private final Venues venues;
    private final VenueBookings bookings;
    private final Grids grids;
    private final Clock clock;

    VenueService(Commands commands, Venues venues, VenueBookings bookings, Grids grids, Clock clock) {
        this.commands = commands;
        this.venues = venues;
        this.bookings = bookings;
        this.grids = grids;
        this.clock = clock;
    }

    Mono<Outcome> open(OpenVenueInput input, Viewer viewer) {
        var now = now();
        var work = grids.find(input.gridId(), own(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("gridId", ProblemCode.UNKNOWN)))
                .doOnNext(grid -> input.problemsIn(grid).refuseIfAny())
                .flatMap(grid -> venues.insert(input, grid, viewer.actor(), now)
                        .map(id -> new Done(id, 1, List.of(new NewEvent("VENUE_OPENED", id, 1, grid.key(), now)))));
        return once("openVenue", input.key(), input, viewer, now, work);
    }

    Mono<Outcome> change(ChangeVenueInput input, Viewer viewer) {
        var now = now();
        var work = current(input.venueId(), input.expectedVersion(), viewer)
                .doOnNext(venue -> input.problems().refuseIfAny())
                .filterWhen(venue -> venues.change(input))
                .switchIfEmpty(Mono.defer(() -> current(input.venueId(), input.expectedVersion(), viewer)))
                .map(venue -> done("VENUE_CHANGED", venue, now));
        return once("changeVenue", input.key(), input, viewer, now, work);
    }

    /// @throws Refused INPUT_REJECTED while something is booked there
    Mono<Outcome> close(CloseVenueInput input, Viewer viewer) {
        var now = now();
        var work = current(input.venueId(), input.expectedVersion(), viewer)
                .filterWhen(venue -> venues.close(input.venueId(), input.expectedVersion(), now))
                .switchIfEmpty(Mono.defer(() -> current(input.venueId(), input.expectedVersion(), viewer)))
                .delayUntil(venue -> isFree(venue, now))
                .map(venue -> done("VENUE_CLOSED", venue, now));
        return once("closeVenue", input.key(), input, viewer, now, work);
    }

    /// Whoever is booking it at this moment holds the venue, so that it was waited for.
    private Mono<Void> isFree(Venue venue, Instant now) {
        return bookings.isBookedAfter(venue.id(), now)
                .doOnNext(isBooked -> new Problems()
                        .check(!isBooked, "venueId", ProblemCode.CONTRADICTS, "venueBookings")
                        .refuseIfAny())
                .then();
    }

    private Mono<Venue> current(VenueId id, int expected, Viewer viewer) {
        var own = own(viewer);
        return venues.find(id)
                .filter(venue -> own.holds(venue.gridKey()) && venue.isOpen())
                .switchIfEmpty(Mono.error(() -> Problems.single("venueId", ProblemCode.UNKNOWN)))
                .doOnNext(venue -> requireVersion(venue, expected));
    }

    private Mono<Outcome> once(String name, UUID key, Object input, Viewer viewer, Instant now, Mono<Done> work) {
        return commands.once(new Command(viewer.actor(), key, name, input), now, work);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Done done(String type, Venue venue, Instant now) {
        var version = venue.version() + 1;
        return new Done(
                venue.uuid(), version, List.of(new NewEvent(type, venue.uuid(), version, venue.gridKey(), now)));
    }

    private static Scope own(Viewer viewer) {
        return viewer.require(Right.SOCIETY).scope(Right.SOCIETY);
    }

    private static void requireVersion(Venue venue, int expected) {
        if (venue.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, venue.version()));
        }
    }
}

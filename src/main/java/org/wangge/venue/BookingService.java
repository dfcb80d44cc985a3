package org.wangge.venue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import reactor.core.publisher.Mono;

/// The rules of bookings: staff book the venues of the grids where they hold activities, and let them
/// go again. What is against them is [Refused].
@Service
class BookingService {
    private final Commands commands;
    private final BookingDesk desk;
    private final VenueBookings bookings;
    private final Clock clock;

    BookingService(Commands commands, BookingDesk desk, VenueBookings bookings, Clock clock) {
        this.commands = commands;
        this.desk = desk;
        this.bookings = bookings;
        this.clock = clock;
    }

    /// @throws Refused VENUE_TAKEN, VENUE_CLOSED, INPUT_REJECTED
    Mono<Outcome> book(BookVenueInput input, Viewer viewer) {
        var now = now();
        var own = viewer.require(Right.ORGANISE).scope(Right.ORGANISE);
        var request = input.request();
        var work = Mono.fromRunnable(() -> request.problems(now).refuseIfAny())
                .then(Mono.defer(() -> desk.book(request, own, viewer.actor(), now)))
                .map(booked -> new Done(booked.booking().uuid(), 1, List.of(booked.event())));
        return commands.once(new Command(viewer.actor(), input.key(), "bookVenue", input), now, work);
    }

    /// @throws Refused TIME_IS_OVER after its end, INPUT_REJECTED, also for what a meeting or an activity booked
    Mono<Outcome> cancel(CancelVenueBookingInput input, Viewer viewer) {
        var now = now();
        viewer.require(Right.ORGANISE);
        var work = current(input, viewer)
                .doOnNext(booking -> check(booking, input, now))
                .flatMap(booking -> bookings.cancel(booking, input.reason().strip(), now))
                .switchIfEmpty(Mono.defer(() -> current(input, viewer)))
                .map(booking -> new Done(
                        booking.uuid(),
                        booking.version(),
                        List.of(BookingDesk.event(BookingDesk.CANCELLED, booking, now))));
        return commands.once(new Command(viewer.actor(), input.key(), "cancelVenueBooking", input), now, work);
    }

    private Mono<VenueBooking> current(CancelVenueBookingInput input, Viewer viewer) {
        return bookings.find(input.bookingId())
                .filter(booking -> viewer.may(Right.ORGANISE, booking.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("bookingId", ProblemCode.UNKNOWN)))
                .doOnNext(booking -> requireVersion(booking, input.expectedVersion()));
    }

    private static void check(VenueBooking booking, CancelVenueBookingInput input, Instant now) {
        var occasion = booking.occasion();
        input.problems()
                .check(
                        occasion == null,
                        "bookingId",
                        ProblemCode.CONTRADICTS,
                        occasion == null ? "" : occasion.kind().name())
                .refuseIfAny();
        if (booking.isCancelled()) {
            throw new Refused(new SocietyRefusal.NotInThisState("booking", "CANCELLED", List.of("HELD")));
        }
        if (!booking.endsAt().isAfter(now)) {
            throw new Refused(new FlowRefusal.TimeIsOver(booking.endsAt()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireVersion(VenueBooking booking, int expected) {
        if (booking.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, booking.version()));
        }
    }
}

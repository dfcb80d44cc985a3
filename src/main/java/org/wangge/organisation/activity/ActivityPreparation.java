package org.wangge.organisation.activity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.OwnGrids;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.NewEvent;
import org.wangge.grid.Grid;
import org.wangge.grid.GridKey;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.venue.BookingDesk;
import org.wangge.venue.VenueId;
import reactor.core.publisher.Mono;

/// What an activity needs before it can be announced: its grid, whose it is, and a venue.
@Component
class ActivityPreparation {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private final ActivityOwners owners;
    private final Activities activities;
    private final OwnGrids own;
    private final Grids grids;
    private final BookingDesk venues;

    ActivityPreparation(ActivityOwners owners, Activities activities, OwnGrids own, Grids grids, BookingDesk venues) {
        this.owners = owners;
        this.activities = activities;
        this.own = own;
        this.grids = grids;
        this.venues = venues;
    }

    /// An activity that was written down, and the events of what it booked.
    record Prepared(UUID id, GridKey gridKey, List<NewEvent> events) {}

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, VENUE_TAKEN, VENUE_CLOSED
    Mono<Prepared> prepare(HoldActivityInput input, Viewer viewer, Instant now) {
        return own.of(input.gridId(), Right.ORGANISE, viewer)
                .doOnNext(grid -> input.problems(now).refuseIfAny())
                .delayUntil(grid -> owners.requireKnown(input))
                .flatMap(grid -> activities
                        .insert(input, grid, "%06d".formatted(RANDOM.nextInt(CODES)), viewer.actor(), now)
                        .flatMap(id -> booked(input, id, grid, viewer, now)
                                .map(events -> new Prepared(id, grid.key(), events))));
    }

    private Mono<List<NewEvent>> booked(HoldActivityInput input, UUID id, Grid grid, Viewer viewer, Instant now) {
        var venue = input.venueId();
        return venue == null ? Mono.just(List.of()) : booked(input, venue, id, grid, viewer, now);
    }

    /// A venue of the same subdistrict: what happens is told in one stream.
    private Mono<List<NewEvent>> booked(
            HoldActivityInput input, VenueId venue, UUID id, Grid grid, Viewer viewer, Instant now) {
        return grids.allAt(grid.key().line(), Scope.everywhere())
                .filter(above -> above.level() == GridLevel.SUBDISTRICT)
                .next()
                .map(subdistrict -> viewer.scope(Right.ORGANISE).within(subdistrict.key()))
                .flatMap(scope -> venues.book(input.booking(venue, id), scope, viewer.actor(), now))
                .map(booked -> List.of(booked.event()));
    }
}

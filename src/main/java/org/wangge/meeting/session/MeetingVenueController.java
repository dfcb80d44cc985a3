package org.wangge.meeting.session;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.meeting.MeetingSight;
import org.wangge.venue.Occasion;
import org.wangge.venue.Venue;
import org.wangge.venue.VenueBooking;
import org.wangge.venue.VenueBookings;
import org.wangge.venue.Venues;
import reactor.core.publisher.Mono;

/// Where meetings are, and what venues are booked for: both ways.
@Controller
class MeetingVenueController {
    private final Meetings meetings;
    private final Venues venues;
    private final VenueBookings bookings;

    MeetingVenueController(Meetings meetings, Venues venues, VenueBookings bookings) {
        this.meetings = meetings;
        this.venues = venues;
        this.bookings = bookings;
    }

    @BatchMapping
    Mono<Map<Meeting, Venue>> venue(List<Meeting> meetings) {
        var ids = meetings.stream().map(one -> one.id().value()).toList();
        return bookings.of(ids)
                .collectMap(booking -> Objects.requireNonNull(meeting(booking)), VenueBooking::venueId)
                .flatMap(booked -> Batch.one(
                        meetings,
                        meeting -> booked.get(meeting.id().value()),
                        venues.all(
                                booked.values().stream().map(one -> one.value()).toList()),
                        Venue::id));
    }

    @BatchMapping(typeName = "VenueBooking", field = "meeting")
    Mono<Map<VenueBooking, Meeting>> ofBookings(List<VenueBooking> bookings, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(bookings, MeetingVenueController::meeting));
        return Batch.one(
                bookings,
                MeetingVenueController::meeting,
                meetings.all(ids, MeetingSight.of(viewer)),
                meeting -> meeting.id().value());
    }

    private static @Nullable UUID meeting(VenueBooking booking) {
        var occasion = booking.occasion();
        return occasion == null || occasion.kind() != Occasion.Kind.MEETING ? null : occasion.id();
    }
}

package org.wangge.venue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which venue somebody wants, and when.
public record BookVenueInput(
        UUID key,
        VenueId venueId,
        Instant startsAt,
        Instant endsAt,
        String title,
        @Nullable Integer expectedPeople) {
    BookingRequest request() {
        return new BookingRequest(venueId, startsAt, endsAt, title, expectedPeople, null);
    }
}

package org.wangge.venue;

import java.util.List;
import java.util.UUID;
import org.wangge.refusal.Problems;

/// What a venue is from now on. Bookings that were made stay.
public record ChangeVenueInput(
        UUID key,
        VenueId venueId,
        int expectedVersion,
        String name,
        String address,
        int capacity,
        List<Opening> opening) {
    public ChangeVenueInput {
        opening = List.copyOf(opening);
    }

    Problems problems() {
        return OpenVenueInput.problems(name, address, capacity, opening);
    }
}

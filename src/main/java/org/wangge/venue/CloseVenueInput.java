package org.wangge.venue;

import java.util.UUID;

/// Which venue is none any more.
public record CloseVenueInput(UUID key, VenueId venueId, int expectedVersion) {}

package org.wangge.venue;

import java.time.Instant;

/// A venue was booked or let go, as the feed tells it.
record VenueBookingEvent(VenueBooking booking, Instant at, String cursor) {}

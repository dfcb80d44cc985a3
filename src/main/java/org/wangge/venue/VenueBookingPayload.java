package org.wangge.venue;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a booking.
record VenueBookingPayload(
        @Nullable VenueBooking booking,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static VenueBookingPayload refused(Refusal refusal) {
        return new VenueBookingPayload(null, refusal, false, null);
    }
}

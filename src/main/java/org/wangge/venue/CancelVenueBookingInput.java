package org.wangge.venue;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which booking is let go, and why.
public record CancelVenueBookingInput(UUID key, VenueBookingId bookingId, int expectedVersion, String reason) {
    Problems problems() {
        return new Problems().text("reason", reason, 1, Problems.REMARK);
    }
}

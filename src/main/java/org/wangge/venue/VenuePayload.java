package org.wangge.venue;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a venue.
record VenuePayload(
        @Nullable Venue venue,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static VenuePayload refused(Refusal refusal) {
        return new VenuePayload(null, refusal, false, null);
    }
}

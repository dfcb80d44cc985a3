package org.wangge.venue;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [VenueBooking].
public record VenueBookingId(UUID value) {
    public static final String TYPE = "venueBooking";

    public static VenueBookingId of(String text) {
        return new VenueBookingId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}

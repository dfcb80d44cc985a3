package org.wangge.venue;

import java.util.UUID;

/// What a venue is booked for, where it is more than the booking itself: it is let go when that is.
public record Occasion(Kind kind, UUID id) {
    /// What can need a venue.
    public enum Kind {
        MEETING,
        ACTIVITY
    }
}

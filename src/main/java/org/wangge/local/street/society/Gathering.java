package org.wangge.local.street.society;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.commons.Venue;
import org.wangge.local.street.land.Place;

/// An activity, from the announcement to the last credit: begun half an hour early, ended a little late, and
/// settled on the second day after.
record Gathering(
        UUID id,
        Place place,
        String title,
        String description,
        String kind,
        @Nullable UUID organisation,
        @Nullable UUID team,
        Venue venue,
        Instant startsAt,
        Instant endsAt,
        String heldBy,
        Instant heldAt) {
    Instant begunAt() {
        return startsAt.minus(Duration.ofMinutes(30));
    }

    Instant endedAt() {
        return endsAt.plus(Duration.ofMinutes(15));
    }

    Instant settledAt() {
        return endsAt.plus(Duration.ofHours(42));
    }
}

package org.wangge.venue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridKey;

/// A venue that is taken for a time (场地预约). The title says for what, as it would stand on the door:
/// everybody may read it.
///
/// @param people how many are expected
/// @param actor who booked it
/// @param occasion what it is for; null when it is for itself
public record VenueBooking(
        VenueBookingId id,
        VenueId venueId,
        GridKey gridKey,
        Instant startsAt,
        Instant endsAt,
        String title,
        @Nullable Integer people,
        String actor,
        Instant bookedAt,
        @Nullable Occasion occasion,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        int version)
        implements Node {
    private static final String MEMBER = "member:";

    public @Nullable Integer expectedPeople() {
        return people;
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    UUID uuid() {
        return id.value();
    }

    /// The member who booked it; null for accounts of nobody in the teams.
    @Nullable
    UUID bookerUuid() {
        return actor.startsWith(MEMBER) ? UUID.fromString(actor.substring(MEMBER.length())) : null;
    }
}

package org.wangge.venue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.page.Conditions;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Which bookings a list holds; what is null does not limit.
///
/// @param from those that end after it
/// @param to those that start before it
public record VenueBookingFilter(
        @Nullable VenueId venueId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean isCancelled) {
    static final VenueBookingFilter NONE = new VenueBookingFilter(null, null, null, null);

    /// @throws Fault INVALID_RANGE when it ends before it starts
    Conditions limit(Conditions where) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "filter");
        }
        if (venueId != null) {
            where.and("b.venue_id = :venue", "venue", venueId.value());
        }
        if (from != null) {
            where.and("b.ends_at > :from", "from", from);
        }
        if (to != null) {
            where.and("b.starts_at < :to", "to", to);
        }
        if (isCancelled != null) {
            where.and(isCancelled ? "b.cancelled_at is not null" : "b.cancelled_at is null");
        }
        return where;
    }
}

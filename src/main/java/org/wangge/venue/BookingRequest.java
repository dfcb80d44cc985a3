package org.wangge.venue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// For when and what somebody wants a venue.
///
/// @param people how many are expected, if that is known
public record BookingRequest(
        VenueId venueId,
        Instant startsAt,
        Instant endsAt,
        String title,
        @Nullable Integer people,
        @Nullable Occasion occasion) {
    private static final Duration LONGEST = Duration.ofDays(3);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int LONGEST_TITLE = 200;

    /// All that can be seen without the database.
    Problems problems(Instant now) {
        return new Problems()
                .text("title", title, 1, LONGEST_TITLE)
                .check(!startsAt.isBefore(now), "startsAt", ProblemCode.TOO_EARLY, now)
                .check(!startsAt.isAfter(now.plus(FARTHEST)), "startsAt", ProblemCode.TOO_LATE, now.plus(FARTHEST))
                .check(endsAt.isAfter(startsAt), "endsAt", ProblemCode.NOT_IN_ORDER)
                .check(!endsAt.isAfter(startsAt.plus(LONGEST)), "endsAt", ProblemCode.TOO_LATE, startsAt.plus(LONGEST));
    }

    /// And what is seen beside the venue.
    Problems problemsIn(Venue venue, Instant now) {
        return problems(now)
                .check(
                        people == null || people >= 1 && people <= venue.capacity(),
                        "expectedPeople",
                        ProblemCode.OUT_OF_RANGE,
                        1,
                        venue.capacity());
    }
}

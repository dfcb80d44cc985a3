package org.wangge.organisation.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.organisation.SocialOrganisationId;
import org.wangge.organisation.volunteer.VolunteerTeamId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.venue.BookingRequest;
import org.wangge.venue.Occasion;
import org.wangge.venue.VenueId;

/// An activity that somebody holds in a grid.
public record HoldActivityInput(
        UUID key,
        GridId gridId,
        String title,
        String description,
        ActivityKind kind,
        @Nullable SocialOrganisationId organisationId,
        @Nullable VolunteerTeamId teamId,
        @Nullable VenueId venueId,
        @Nullable String place,
        Instant startsAt,
        Instant endsAt,
        int capacity) {
    static final int MOST_PEOPLE = 10_000;
    private static final Duration LONGEST = Duration.ofDays(3);
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;

    Problems problems(Instant now) {
        return capacity(capacity, new Problems())
                .text("title", title, 1, LONGEST_TITLE)
                .text("description", description, 1, LONGEST_TEXT)
                .text("place", place, venueId == null ? 1 : 0, LONGEST_TITLE)
                .check(organisationId == null || teamId == null, "teamId", ProblemCode.CONTRADICTS, "organisationId")
                .check(startsAt.isAfter(now), "startsAt", ProblemCode.TOO_EARLY, now)
                .check(endsAt.isAfter(startsAt), "endsAt", ProblemCode.NOT_IN_ORDER)
                .check(!endsAt.isAfter(startsAt.plus(LONGEST)), "endsAt", ProblemCode.TOO_LATE, startsAt.plus(LONGEST));
    }

    static Problems capacity(int capacity, Problems problems) {
        return problems.check(
                capacity >= 1 && capacity <= MOST_PEOPLE, "capacity", ProblemCode.OUT_OF_RANGE, 1, MOST_PEOPLE);
    }

    BookingRequest booking(VenueId venue, UUID activity) {
        return new BookingRequest(venue, startsAt, endsAt, title, null, new Occasion(Occasion.Kind.ACTIVITY, activity));
    }
}

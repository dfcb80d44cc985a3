package org.wangge.organisation.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.organisation.SocialOrganisationId;
import org.wangge.organisation.volunteer.VolunteerTeamId;

/// Something that people do together (活动); everybody sees it, and how many places are free.
///
/// @param organisationId whose it is; of a team or of nobody but the grid when it is null
/// @param takenCount how many have a place
/// @param code what volunteers give when they check in by themselves; known to those who hold it
/// @param personTimes how many attended (人次), once it is settled
public record Activity(
        ActivityId id,
        GridId gridId,
        GridKey gridKey,
        String title,
        String description,
        ActivityKind kind,
        @Nullable SocialOrganisationId organisationId,
        @Nullable VolunteerTeamId teamId,
        @Nullable String place,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int takenCount,
        int waitingCount,
        ActivityStatus status,
        String code,
        int personTimes,
        @Nullable String cancelReason,
        int version)
        implements Node {
    private static final Duration EARLY = Duration.ofHours(2);

    public UUID uuid() {
        return id.value();
    }

    public int freeCount() {
        return takesEnrolments() ? Math.max(0, capacity - takenCount) : 0;
    }

    public boolean takesEnrolments() {
        return status == ActivityStatus.OPEN || status == ActivityStatus.FULL;
    }

    /// From when on people come.
    Instant opensAt() {
        return startsAt.minus(EARLY);
    }

    @Nullable
    UUID organisationUuid() {
        return organisationId == null ? null : organisationId.value();
    }

    @Nullable
    UUID teamUuid() {
        return teamId == null ? null : teamId.value();
    }
}

package org.wangge.organisation.volunteer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.organisation.SocialOrganisationId;

/// Volunteers who go together (志愿服务队); everybody sees it, and how many they are.
public record VolunteerTeam(
        VolunteerTeamId id,
        GridId gridId,
        GridKey gridKey,
        String name,
        @Nullable SocialOrganisationId organisationId,
        int volunteerCount,
        Instant formedAt,
        @Nullable Instant disbandedAt,
        int version)
        implements Node {
    public UUID uuid() {
        return id.value();
    }

    public boolean isActive() {
        return disbandedAt == null;
    }

    @Nullable
    UUID organisationUuid() {
        return organisationId == null ? null : organisationId.value();
    }
}

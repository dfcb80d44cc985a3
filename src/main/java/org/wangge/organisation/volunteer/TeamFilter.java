package org.wangge.organisation.volunteer;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.organisation.SocialOrganisationId;

/// Which teams a list holds; what is null does not limit.
public record TeamFilter(
        @Nullable GridId within,
        @Nullable SocialOrganisationId organisationId,
        @Nullable Boolean isActive) {
    static final TeamFilter NONE = new TeamFilter(null, null, null);
}

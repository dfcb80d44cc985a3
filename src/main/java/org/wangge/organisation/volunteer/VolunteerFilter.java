package org.wangge.organisation.volunteer;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which volunteers a list holds; what is null does not limit.
public record VolunteerFilter(
        @Nullable GridId within,
        @Nullable VolunteerTeamId teamId,
        @Nullable Integer starsAtLeast,
        @Nullable Boolean isActive) {
    static final VolunteerFilter NONE = new VolunteerFilter(null, null, null, null);
}

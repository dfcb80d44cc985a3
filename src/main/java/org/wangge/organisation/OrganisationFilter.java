package org.wangge.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which organisations a list holds; what is null does not limit.
public record OrganisationFilter(
        @Nullable GridId within,
        @Nullable List<OrganisationKind> kind,
        @Nullable List<Registration> registration,
        @Nullable Boolean isActive,
        @Nullable String name) {
    static final OrganisationFilter NONE = new OrganisationFilter(null, null, null, null, null);
}

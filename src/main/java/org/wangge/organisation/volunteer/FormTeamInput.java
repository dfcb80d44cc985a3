package org.wangge.organisation.volunteer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.organisation.SocialOrganisationId;
import org.wangge.refusal.Problems;

/// A team that is formed in a grid.
public record FormTeamInput(
        UUID key, GridId gridId, String name, @Nullable SocialOrganisationId organisationId) {
    private static final int LONGEST_NAME = 64;

    Problems problems() {
        return new Problems().text("name", name, 1, LONGEST_NAME);
    }
}

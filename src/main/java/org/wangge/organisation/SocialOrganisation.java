package org.wangge.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;

/// Neighbours who organised themselves (社区社会组织); everybody sees it.
///
/// @param creditCode of one that is registered
/// @param dissolvedOn the first day on which it is no more
public record SocialOrganisation(
        SocialOrganisationId id,
        GridId gridId,
        GridKey gridKey,
        String name,
        OrganisationKind kind,
        Registration registration,
        @Nullable String creditCode,
        String purpose,
        int memberCount,
        LocalDate foundedOn,
        @Nullable LocalDate dissolvedOn,
        int version)
        implements Node {
    public UUID uuid() {
        return id.value();
    }

    public boolean isActive() {
        return dissolvedOn == null;
    }
}

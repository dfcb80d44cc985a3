package org.wangge.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;

/// Those who deliberate for a grid (联席议事会). A council that is dissolved stays as it was.
public record Council(
        CouncilId id,
        GridId gridId,
        GridKey gridKey,
        String name,
        @Nullable String purpose,
        CouncilRules rules,
        Instant foundedAt,
        @Nullable Instant dissolvedAt,
        @Nullable String dissolveReason,
        int version)
        implements Node {
    public boolean isActive() {
        return dissolvedAt == null;
    }

    NewEvent event(String type, Instant at) {
        return new NewEvent(type, id.value(), version, gridKey, at);
    }
}

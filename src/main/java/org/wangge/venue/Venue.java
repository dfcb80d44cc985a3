package org.wangge.venue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Point;

/// Where people meet (党群服务中心、公共空间): everybody sees it, and when it is taken.
///
/// @param capacity how many people it holds
/// @param closedAt from when on it is no venue any more
public record Venue(
        VenueId id,
        GridId gridId,
        GridKey gridKey,
        String name,
        VenueKind kind,
        String address,
        int capacity,
        OpeningHours hours,
        @Nullable Point point,
        @Nullable Instant closedAt,
        int version)
        implements Node {
    public List<Opening> opening() {
        return hours.openings();
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    UUID uuid() {
        return id.value();
    }
}

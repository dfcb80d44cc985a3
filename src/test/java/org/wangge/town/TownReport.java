package org.wangge.town;

import java.util.Map;
import java.util.UUID;

/// What somebody on patrol reports, with a key of its own.
public final class TownReport {
    private TownReport() {}

    /// The input of `reportIssue`.
    public static Map<String, Object> of(TownGrid grid, String category, String description) {
        return Map.of(
                "key",
                UUID.randomUUID().toString(),
                "category",
                category,
                "description",
                description,
                "source",
                "GRID_PATROL",
                "gridId",
                grid.id());
    }
}

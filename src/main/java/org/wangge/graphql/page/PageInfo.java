package org.wangge.graphql.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page stands in its list.
public record PageInfo(List<? extends Edge<?>> edges, boolean hasPreviousPage, boolean hasNextPage) {
    public @Nullable String startCursor() {
        return edges.isEmpty() ? null : edges.getFirst().cursor();
    }

    public @Nullable String endCursor() {
        return edges.isEmpty() ? null : edges.getLast().cursor();
    }
}

package org.wangge.grid;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;

/// One node of the tree of grids (网格). `effectiveTo` is the first day it is no more.
public record Grid(
        GridId id,
        GridKey key,
        GridLevel level,
        GridKind kind,
        String code,
        String name,
        @Nullable GridId parentId,
        @Nullable AreaClass areaClass,
        @Nullable Double areaSquareMetres,
        @Nullable Point centrePoint,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        int version)
        implements Node {
    boolean existsOn(LocalDate day) {
        return !effectiveFrom.isAfter(day) && (effectiveTo == null || effectiveTo.isAfter(day));
    }

    @Nullable
    UUID parentUuid() {
        return parentId == null ? null : parentId.value();
    }
}

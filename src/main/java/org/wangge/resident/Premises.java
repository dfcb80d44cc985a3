package org.wangge.resident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.Point;

/// A dwelling, shop, factory or other place with an address (房屋).
public record Premises(
        PremisesId id,
        GridId gridId,
        String code,
        PremisesType type,
        String address,
        @Nullable Double areaSquareMetres,
        @Nullable Occupancy occupancy,
        @Nullable String enterprise,
        @Nullable Point place,
        Instant verifiedAt,
        String source,
        int version)
        implements Node {}

package org.wangge.local.street.land;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Polygon;
import org.wangge.local.street.seed.Sheet;

/// Writes places as rows of `grid` and `grid_area`.
public final class LandRegister {
    private static final Set<String> OUTSKIRTS = Set.of("长河村", "银杏村", "青竹村", "双堰村");
    private static final String BEFORE_RING = "{\"type\":\"MultiPolygon\",\"coordinates\":[[[";

    private LandRegister() {}

    public static List<Sheet> of(Land land) {
        var grids = new Sheet(
                "grid",
                "id, grid_key, level, kind, code, name, parent_id, parent_level, parent_stem,"
                        + " area_class, area_m2, centre, boundary, effective_from");
        var areas = new Sheet("grid_area", "grid_id, part, ring");
        for (var place : land.all()) {
            write(place, grids);
            areas.row(place.id(), 1, ring(place.shape()));
        }
        return List.of(grids, areas);
    }

    private static void write(Place place, Sheet grids) {
        var kind = place.entry().dedicated() ? "DEDICATED" : "RESIDENTIAL";
        grids.cells(place.id(), place.key(), place.level(), kind, place.code(), place.name());
        var parent = place.parent();
        if (parent == null) {
            grids.cells(null, null, null);
        } else {
            grids.cells(parent.id(), parent.level(), Land.stem(parent));
        }
        grids.cells(areaClass(place), place.squareMetres(), place.centre(), geoJson(place.shape()));
        grids.cells(Land.FOUNDED_ON).end();
    }

    private static @Nullable String areaClass(Place place) {
        var community = place.at(2).name();
        if (place.level() == 1) {
            return null;
        }
        return community.equals("云溪社区") ? "A" : OUTSKIRTS.contains(community) ? "B" : "C";
    }

    private static String ring(Polygon shape) {
        return corners(shape, "(", ")").collect(Collectors.joining(",", "(", ")"));
    }

    private static String geoJson(Polygon shape) {
        return corners(shape, "[", "]").collect(Collectors.joining(",", BEFORE_RING, "]]]}"));
    }

    /// Anticlockwise, as RFC 7946 wants the outer ring.
    private static Stream<String> corners(Polygon shape, String before, String after) {
        var ring = shape.getExteriorRing();
        var turned = Orientation.isCCW(ring.getCoordinateSequence()) ? ring : ring.reverse();
        return Arrays.stream(turned.getCoordinates()).map(corner -> before + corner.x + "," + corner.y + after);
    }
}

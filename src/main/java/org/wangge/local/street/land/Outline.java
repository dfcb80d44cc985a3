package org.wangge.local.street.land;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/// The border of the subdistrict: 50 km² of plain, longer from east to west, with a few bays.
final class Outline {
    private static final int CORNERS = 72;

    private Outline() {}

    static Polygon drawn() {
        var corners = IntStream.rangeClosed(0, CORNERS)
                .mapToObj(corner -> corner(corner % CORNERS * 2 * PI / CORNERS))
                .toArray(Coordinate[]::new);
        return Metres.PLANE.createPolygon(corners);
    }

    private static Coordinate corner(double angle) {
        var bays = 0.07 * sin(3 * angle + 1.3) + 0.05 * cos(5 * angle) + 0.03 * sin(8 * angle + 0.4);
        var radius = 3_980 * (1 + 0.10 * cos(2 * angle - 0.5) + bays);
        return new Coordinate(radius * cos(angle), radius * sin(angle));
    }
}

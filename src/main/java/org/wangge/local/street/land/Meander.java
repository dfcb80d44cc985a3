package org.wangge.local.street.land;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wangge.local.street.seed.Dice;

/// Bends straight borders like ditches and paths. A bend depends on nothing but the two ends of
/// the border, so that the neighbour bends alike and the coverage stays whole.
final class Meander {
    private static final double STRAIGHT_BELOW_METRES = 90;
    private static final double SWING = 0.22;

    private Meander() {}

    static Polygon along(Polygon straight) {
        var corners = straight.getExteriorRing().getCoordinates();
        var bent = new ArrayList<>(List.of(corners[0]));
        for (var i = 1; i < corners.length; i++) {
            walk(corners[i - 1], corners[i], bent);
        }
        return Metres.DEGREES.createPolygon(bent.toArray(Coordinate[]::new));
    }

    private static void walk(Coordinate from, Coordinate to, List<Coordinate> path) {
        var east = (to.x - from.x) * Metres.PER_LONGITUDE;
        var north = (to.y - from.y) * Metres.PER_LATITUDE;
        if (Math.sqrt(east * east + north * north) < STRAIGHT_BELOW_METRES) {
            path.add(to);
            return;
        }
        var bend = from.compareTo(to) < 0 ? bend(from, to) : bend(to, from);
        walk(from, bend, path);
        walk(bend, to, path);
    }

    private static Coordinate bend(Coordinate low, Coordinate high) {
        var mark = Double.doubleToLongBits(low.x + 7 * low.y + 31 * high.x + 131 * high.y);
        var swing = SWING * (Dice.named("meander", mark).share() - 0.5);
        var east = (high.x - low.x) * Metres.PER_LONGITUDE;
        var north = (high.y - low.y) * Metres.PER_LATITUDE;
        var bend = new Coordinate(
                (low.x + high.x) / 2 - swing * north / Metres.PER_LONGITUDE,
                (low.y + high.y) / 2 + swing * east / Metres.PER_LATITUDE);
        Metres.GRAIN.makePrecise(bend);
        return bend;
    }
}

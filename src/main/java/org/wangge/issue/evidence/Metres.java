package org.wangge.issue.evidence;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Point;

/// How far apart two places are, over the ground.
final class Metres {
    private static final double EARTH_RADIUS = 6_371_008.8;

    private Metres() {}

    static double between(Point one, Point other) {
        var from = one.in(CoordinateSystem.CGCS2000);
        var to = other.in(CoordinateSystem.CGCS2000);
        var north = sin(toRadians(to.latitude() - from.latitude()) / 2);
        var east = sin(toRadians(to.longitude() - from.longitude()) / 2);
        var chord = north * north + cos(toRadians(from.latitude())) * cos(toRadians(to.latitude())) * east * east;
        return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord));
    }
}

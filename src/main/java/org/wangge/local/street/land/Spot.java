package org.wangge.local.street.land;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/// A point in degrees; its text is PostgreSQL's.
public record Spot(double longitude, double latitude) {
    private static final double EARTH_RADIUS = 6_371_008.8;

    static Spot at(Coordinate coordinate) {
        return new Spot(coordinate.x, coordinate.y);
    }

    /// The middle of a shape, or a point inside where the middle lies in a bay.
    static Spot centreOf(Polygon shape) {
        var middle = shape.getCentroid().getCoordinate();
        Metres.GRAIN.makePrecise(middle);
        var inside = SimplePointInAreaLocator.locate(middle, shape) == Location.INTERIOR;
        return at(inside ? middle : shape.getInteriorPoint().getCoordinate());
    }

    /// Over the ground.
    public double metresTo(Spot other) {
        var north = sin(toRadians(other.latitude - latitude) / 2);
        var east = sin(toRadians(other.longitude - longitude) / 2);
        var chord = north * north + cos(toRadians(latitude)) * cos(toRadians(other.latitude)) * east * east;
        return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord));
    }

    @Override
    public String toString() {
        return "(" + longitude + "," + latitude + ")";
    }
}

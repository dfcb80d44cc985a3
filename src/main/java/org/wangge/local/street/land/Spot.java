package org.wangge.local.street.land;

import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/// A point in degrees; its text is PostgreSQL's.
public record Spot(double longitude, double latitude) {
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

    @Override
    public String toString() {
        return "(" + longitude + "," + latitude + ")";
    }
}

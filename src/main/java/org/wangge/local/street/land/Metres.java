package org.wangge.local.street.land;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;

/// The plane the street is drawn on: metres east and north of its middle, on the ellipsoid of
/// CGCS2000 at that latitude. Linear, so that areas add up.
final class Metres {
    /// A ten-millionth of a degree is a centimetre.
    static final PrecisionModel GRAIN = new PrecisionModel(1e7);
    static final GeometryFactory DEGREES = new GeometryFactory(GRAIN);
    static final GeometryFactory PLANE = new GeometryFactory();
    static final double PER_LONGITUDE = 95_761;
    static final double PER_LATITUDE = 110_865;

    private static final Coordinate MIDDLE = new Coordinate(103.52, 30.74);

    private Metres() {}

    static Geometry toDegrees(Geometry drawn) {
        return AffineTransformation.scaleInstance(1 / PER_LONGITUDE, 1 / PER_LATITUDE)
                .translate(MIDDLE.x, MIDDLE.y)
                .transform(drawn);
    }

    static double square(Geometry inDegrees) {
        return inDegrees.getArea() * PER_LONGITUDE * PER_LATITUDE;
    }
}

package org.wangge.grid;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// A place on earth in degrees, in the coordinate system that it names.
public record Point(double longitude, double latitude, CoordinateSystem system) {
    public Point {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new Fault(FaultCode.INVALID_POINT);
        }
    }

    /// A place as the database keeps it, null where it keeps none.
    public static @Nullable Point ofColumns(@Nullable Double longitude, @Nullable Double latitude) {
        return longitude == null || latitude == null ? null : new Point(longitude, latitude, CoordinateSystem.CGCS2000);
    }

    /// The same place in another coordinate system, within a metre.
    public Point in(CoordinateSystem wanted) {
        return wanted == system ? this : wanted.fromWgs84(system.toWgs84(this));
    }

    Point moved(double east, double north, CoordinateSystem to) {
        return new Point(longitude + east, latitude + north, to);
    }
}

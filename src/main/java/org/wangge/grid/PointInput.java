package org.wangge.grid;

/// A point as a client sends it.
public record PointInput(double longitude, double latitude, CoordinateSystem system) {
    /// @throws org.wangge.refusal.Fault INVALID_POINT when it is not on earth
    public Point point() {
        return new Point(longitude, latitude, system);
    }
}

package org.wangge.grid;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import java.util.function.UnaryOperator;

/// The published offsets of GCJ-02 from WGS-84 and of BD-09 from GCJ-02. Outside of China there is
/// none. The inverses are found by iteration, to 10^-10 degrees.
final class Offsets {
    private static final double MAJOR_AXIS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final double BAIDU_PI = PI * 3000.0 / 180.0;
    private static final double PRECISION = 1e-10;
    private static final int MOST_STEPS = 30;

    private Offsets() {}

    static Point gcjOfWgs(Point wgs) {
        if (isOutsideChina(wgs)) {
            return wgs.moved(0, 0, CoordinateSystem.GCJ02);
        }
        var x = wgs.longitude() - 105.0;
        var y = wgs.latitude() - 35.0;
        var radians = wgs.latitude() / 180.0 * PI;
        var magic = 1 - ECCENTRICITY_SQUARED * sin(radians) * sin(radians);
        var meridian = MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * sqrt(magic));
        var parallel = MAJOR_AXIS / sqrt(magic) * cos(radians);
        var east = eastward(x, y) * 180.0 / (parallel * PI);
        var north = northward(x, y) * 180.0 / (meridian * PI);
        return wgs.moved(east, north, CoordinateSystem.GCJ02);
    }

    static Point bdOfGcj(Point gcj) {
        var x = gcj.longitude();
        var y = gcj.latitude();
        var z = sqrt(x * x + y * y) + 0.00002 * sin(y * BAIDU_PI);
        var theta = Math.atan2(y, x) + 0.000003 * cos(x * BAIDU_PI);
        return gcj.moved(z * cos(theta) + 0.0065 - x, z * sin(theta) + 0.006 - y, CoordinateSystem.BD09);
    }

    static Point inverse(Point target, CoordinateSystem from, UnaryOperator<Point> forward) {
        var guess = target.moved(0, 0, from);
        for (int step = 0; step < MOST_STEPS; step++) {
            var reached = forward.apply(guess);
            var east = target.longitude() - reached.longitude();
            var north = target.latitude() - reached.latitude();
            guess = guess.moved(east, north, from);
            if (abs(east) < PRECISION && abs(north) < PRECISION) {
                break;
            }
        }
        return guess;
    }

    private static boolean isOutsideChina(Point point) {
        return point.longitude() < 72.004
                || point.longitude() > 137.8347
                || point.latitude() < 0.8293
                || point.latitude() > 55.8271;
    }

    private static double northward(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * sqrt(abs(x))
                + waves(20.0, 6.0 * x, 20.0, 2.0 * x)
                + waves(20.0, y, 40.0, y / 3.0)
                + waves(160.0, y / 12.0, 320.0, y / 30.0);
    }

    private static double eastward(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * sqrt(abs(x))
                + waves(20.0, 6.0 * x, 20.0, 2.0 * x)
                + waves(20.0, x, 40.0, x / 3.0)
                + waves(150.0, x / 12.0, 300.0, x / 30.0);
    }

    private static double waves(double one, double oneTurns, double other, double otherTurns) {
        return (one * sin(oneTurns * PI) + other * sin(otherTurns * PI)) * 2.0 / 3.0;
    }
}

package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.grid.CoordinateSystem.BD09;
import static org.wangge.grid.CoordinateSystem.CGCS2000;
import static org.wangge.grid.CoordinateSystem.GCJ02;
import static org.wangge.grid.CoordinateSystem.WGS84;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinateSystemTests {
    private static final double METRES_PER_DEGREE = 111_320;

    /// The test points of eviltransform (Shanghai, Shenzhen, Beijing) and of coordtransform.
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069",
        "116.404, 39.915, 116.41024449916938, 39.91640428150164"
    })
    void agreesWithPublishedPointsOfGcj02(double x, double y, double gcjX, double gcjY) {
        var wgs = new Point(x, y, WGS84);
        var gcj = new Point(gcjX, gcjY, GCJ02);

        assertThat(metres(wgs.in(GCJ02), gcj)).isLessThan(0.01);
        assertThat(metres(gcj.in(WGS84), wgs)).isLessThan(0.01);
    }

    /// The test points of coordtransform.
    @ParameterizedTest
    @CsvSource({
        "116.404, 39.915, 116.41036949371029, 39.92133699351021",
        "116.39762729119315, 39.90865673957631, 116.404, 39.915"
    })
    void agreesWithPublishedPointsOfBd09(double gcjX, double gcjY, double bdX, double bdY) {
        var gcj = new Point(gcjX, gcjY, GCJ02);
        var bd = new Point(bdX, bdY, BD09);

        assertThat(metres(gcj.in(BD09), bd)).isLessThan(1);
        assertThat(metres(bd.in(GCJ02), gcj)).isLessThan(1);
    }

    @Test
    void comesBackWithinAMillimetreFromAnywhereInChina() {
        var random = new Random(20261123);
        for (int i = 0; i < 10_000; i++) {
            var point = new Point(74 + 60 * random.nextDouble(), 4 + 49 * random.nextDouble(), CGCS2000);

            assertThat(metres(point.in(GCJ02).in(CGCS2000), point)).isLessThan(0.001);
            assertThat(metres(point.in(BD09).in(CGCS2000), point)).isLessThan(0.001);
        }
    }

    @Test
    void movesNothingOutsideOfChina() {
        var paris = new Point(2.3522, 48.8566, WGS84);

        assertThat(metres(paris.in(GCJ02), paris)).isZero();
    }

    @Test
    void movesAPointInChinaByHundredsOfMetres() {
        var chengdu = new Point(104.0657, 30.6595, WGS84);

        assertThat(metres(chengdu.in(GCJ02), chengdu)).isBetween(100.0, 800.0);
    }

    private static double metres(Point one, Point other) {
        var east = (one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
        return Math.hypot(east, one.latitude() - other.latitude()) * METRES_PER_DEGREE;
    }
}

package org.wangge.local.street.land;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.wangge.local.street.seed.Dice;

/// Cuts one polygon into Voronoi cells of about the same size (Lloyd's rounds even them out),
/// numbered as they are read: rows from north to south, each from west to east.
final class Cells {
    private static final int ROUNDS = 9;
    private static final Comparator<Geometry> READING = Comparator.comparingDouble(Cells::line);

    private Cells() {}

    static List<Polygon> of(Polygon whole, int parts, Dice dice) {
        if (parts == 1) {
            return List.of(whole);
        }
        var sites = scattered(whole, parts, dice);
        var cells = around(sites, whole);
        for (var round = 0; round < ROUNDS; round++) {
            sites = cells.stream()
                    .map(cell -> cell.getCentroid().getCoordinate())
                    .toList();
            cells = around(sites, whole);
        }
        return cells.stream().sorted(READING).toList();
    }

    private static List<Coordinate> scattered(Polygon whole, int parts, Dice dice) {
        var box = whole.getEnvelopeInternal();
        var sites = new ArrayList<Coordinate>();
        while (sites.size() < parts) {
            var x = box.getMinX() + dice.share() * box.getWidth();
            var site = new Coordinate(x, box.getMinY() + dice.share() * box.getHeight());
            if (SimplePointInAreaLocator.locate(site, whole) == Location.INTERIOR) {
                sites.add(site);
            }
        }
        return sites;
    }

    private static List<Polygon> around(List<Coordinate> sites, Polygon whole) {
        return sites.stream().map(site -> around(site, sites, whole)).toList();
    }

    private static Polygon around(Coordinate site, List<Coordinate> sites, Polygon whole) {
        var ring = whole.getExteriorRing().getCoordinates();
        for (var other : sites) {
            ring = other == site ? ring : nearer(site, other, ring);
        }
        return Metres.PLANE.createPolygon(ring);
    }

    /// The part of a closed ring that is nearer to one site than to the other.
    private static Coordinate[] nearer(Coordinate site, Coordinate other, Coordinate[] ring) {
        var kept = new CoordinateList();
        for (var i = 1; i < ring.length; i++) {
            var before = lead(site, other, ring[i - 1]);
            var after = lead(site, other, ring[i]);
            if (before * after < 0) {
                kept.add(between(ring[i - 1], ring[i], before / (before - after)), false);
            }
            if (after >= 0) {
                kept.add(ring[i], false);
            }
        }
        kept.closeRing();
        return kept.toCoordinateArray();
    }

    private static double lead(Coordinate site, Coordinate other, Coordinate point) {
        var middleX = (site.x + other.x) / 2;
        var middleY = (site.y + other.y) / 2;
        return (point.x - middleX) * (site.x - other.x) + (point.y - middleY) * (site.y - other.y);
    }

    private static Coordinate between(Coordinate from, Coordinate to, double share) {
        return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
    }

    private static double line(Geometry cell) {
        var middle = cell.getCentroid();
        return middle.getX() - 2.5 * middle.getY();
    }
}

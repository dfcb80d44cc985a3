package org.wangge.local.street.land;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/// Turns cells that only nearly fit into polygons that do: all borders are noded together on the
/// grain of a ten-millionth of a degree, so that neighbours share every corner, and the faces
/// between them are the new cells. Clipping each by itself would leave slivers.
final class Coverage {
    private Coverage() {}

    static List<Polygon> of(List<Geometry> cells) {
        var borders = cells.stream().map(Geometry::getBoundary).toList();
        var noded = UnaryUnionNG.union(Metres.DEGREES.buildGeometry(borders), Metres.GRAIN);
        var polygonizer = new Polygonizer();
        polygonizer.add(noded);
        @SuppressWarnings("unchecked")
        Collection<Polygon> faces = polygonizer.getPolygons();
        if (faces.size() != cells.size()) {
            throw new IllegalStateException(cells.size() + " cells, " + faces.size() + " faces");
        }
        return cells.stream().map(cell -> face(cell, faces)).toList();
    }

    private static Polygon face(Geometry cell, Collection<Polygon> faces) {
        var inside = cell.getInteriorPoint();
        var face = faces.stream().filter(each -> each.contains(inside)).findFirst();
        return (Polygon) face.orElseThrow().norm();
    }
}

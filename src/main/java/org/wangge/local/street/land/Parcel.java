package org.wangge.local.street.land;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.local.street.seed.Dice;

/// A piece of ground and the pieces it consists of. First drawn downwards, cell within cell; then
/// settled upwards, where each is exactly the union of its parts. Rings are put in normal form,
/// since JTS begins them anywhere.
record Parcel(Polygon shape, List<Parcel> parts) {
    static Parcel drawn(Polygon shape, Division division, Dice dice) {
        var cells = division.parts().isEmpty()
                ? List.<Polygon>of()
                : Cells.of(shape, division.parts().size(), dice);
        var parts = new ArrayList<Parcel>();
        for (var i = 0; i < cells.size(); i++) {
            parts.add(drawn(cells.get(i), division.parts().get(i), dice));
        }
        return new Parcel(shape, parts);
    }

    Stream<Parcel> leaves() {
        return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(Parcel::leaves);
    }

    /// The same tree over other leaves, given in the order of `leaves()`.
    Parcel settled(Iterator<Polygon> leaves) {
        if (parts.isEmpty()) {
            return new Parcel(leaves.next(), List.of());
        }
        var settled = parts.stream().map(part -> part.settled(leaves)).toList();
        var shapes = settled.stream().map(Parcel::shape).toArray(Geometry[]::new);
        return new Parcel((Polygon) CoverageUnion.union(shapes).norm(), settled);
    }
}

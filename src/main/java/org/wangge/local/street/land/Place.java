package org.wangge.local.street.land;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.wangge.local.street.seed.Dice;

/// One grid of the street, from the subdistrict (level 1) to a courtyard (level 5). `estate` says
/// that its people live in blocks with lifts and car parks, not in a yard among bamboo.
public record Place(
        UUID id,
        int level,
        String code,
        String key,
        Entry entry,
        @Nullable Place parent,
        Polygon shape,
        Spot centre) {

    public String name() {
        return entry.name();
    }

    public boolean isEstate() {
        return entry.estate();
    }

    public boolean isDedicated() {
        return at(3).entry.dedicated();
    }

    /// Itself or the one above it of that level.
    public Place at(int level) {
        var place = this;
        while (place.level > level && place.parent != null) {
            place = place.parent;
        }
        return place;
    }

    public double squareMetres() {
        return Metres.square(shape);
    }

    /// A point inside, more often near the middle, where the houses stand.
    public Spot spot(Dice dice) {
        var box = shape.getEnvelopeInternal();
        for (var tries = 0; tries < 50; tries++) {
            var x = centre.longitude() + dice.bell() * box.getWidth() / 2;
            var spot = new Coordinate(x, centre.latitude() + dice.bell() * box.getHeight() / 2);
            Metres.GRAIN.makePrecise(spot);
            if (SimplePointInAreaLocator.locate(spot, shape) == Location.INTERIOR) {
                return Spot.at(spot);
            }
        }
        return centre;
    }
}

package org.wangge.local.street.matter;

import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.land.Spot;
import org.wangge.local.street.seed.Dice;

/// Where a matter lies: nearly always at a point in a courtyard, else somewhere in its group.
public record Site(Place grid, @Nullable Spot spot, String words) {
    static Site of(Scene scene, Dice dice) {
        var courtyard = scene.courtyard();
        return dice.chance(0.95)
                ? new Site(courtyard, courtyard.spot(dice), scene.place())
                : new Site(courtyard.at(4), null, scene.place());
    }
}

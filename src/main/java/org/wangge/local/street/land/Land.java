package org.wangge.local.street.land;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;

/// All places of the street, parents before their parts. The ground, its codes, keys and ids are
/// the same on every day.
public final class Land {
    public static final LocalDate FOUNDED_ON = LocalDate.of(2021, 7, 1);

    private static final Instant FOUNDED_AT = History.startOf(FOUNDED_ON);
    private static final int[] CODE_WIDTHS = {0, 0, 3, 3, 2, 3};

    private final Gazetteer gazetteer = new Gazetteer();
    private final List<Place> places = new ArrayList<>();

    private Land() {}

    public static Land surveyed() {
        var drawn = Parcel.drawn(Outline.drawn(), Division.ofStreet(), Dice.named("land", 0));
        var cells = drawn.leaves().map(leaf -> Metres.toDegrees(leaf.shape())).toList();
        var leaves = Coverage.of(cells).stream().map(Meander::along).iterator();
        var land = new Land();
        land.settle(drawn.settled(leaves), Gazetteer.STREET, null);
        land.places.sort(Comparator.comparingInt(Place::level).thenComparing(Place::code));
        return land;
    }

    public Place street() {
        return places.getFirst();
    }

    public List<Place> all() {
        return places;
    }

    public List<Place> at(int level) {
        return places.stream().filter(place -> place.level() == level).toList();
    }

    private void settle(Parcel parcel, Entry entry, @Nullable Place parent) {
        var level = parent == null ? 1 : parent.level() + 1;
        var code = parent == null ? "999999001000" : code(parent, entry);
        var key = parent == null ? "a1." : parent.key() + segment(entry.number());
        var id = Dice.named("grid", Long.parseLong(code.substring(9))).id(FOUNDED_AT);
        var place = new Place(id, level, code, key, entry, parent, parcel.shape(), Spot.centreOf(parcel.shape()));
        places.add(place);
        for (var i = 0; i < parcel.parts().size(); i++) {
            settle(parcel.parts().get(i), gazetteer.entry(place, i), place);
        }
    }

    private static String code(Place parent, Entry entry) {
        return stem(parent) + Digits.of(entry.number(), CODE_WIDTHS[parent.level() + 1]);
    }

    /// What the codes of its parts start with.
    static String stem(Place place) {
        return place.level() == 1 ? place.code().substring(0, 9) : place.code();
    }

    private static String segment(int number) {
        var digits = Integer.toString(number, 36);
        return (digits.length() < 2 ? "0" : "") + digits + ".";
    }
}

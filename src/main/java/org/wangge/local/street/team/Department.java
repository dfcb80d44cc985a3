package org.wangge.local.street.team;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Words;

/// An office of the subdistrict, a line department, or the committees of a community.
public record Department(UUID id, String code, String kind, String name, Place place) {
    static List<Department> of(Land land) {
        var departments = new ArrayList<Department>();
        for (var line : Words.from("departments").lines("departments")) {
            var words = line.split(" ");
            departments.add(founded("YX-" + words[0], words[1], words[2], land.street()));
        }
        for (var community : land.at(2)) {
            var code = "YX-" + community.code().substring(9);
            departments.add(founded(code, "COMMUNITY_COMMITTEE", committees(community), community));
        }
        return departments;
    }

    private static Department founded(String code, String kind, String name, Place place) {
        var id = Dice.named(code, 0).id(History.startOf(Land.FOUNDED_ON));
        return new Department(id, code, kind, name, place);
    }

    private static String committees(Place community) {
        return community.name() + "“两委”";
    }
}

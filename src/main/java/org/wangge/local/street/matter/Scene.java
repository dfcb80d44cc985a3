package org.wangge.local.street.matter;

import java.util.List;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.land.Roads;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Words;

/// Where and when something happened: what the slots of a topic's lines stand for.
record Scene(Place courtyard, String road, String spot, String time, String count, String block) {
    private static final Words PLACES = Words.from("places");
    private static final Roads ROADS = new Roads();
    private static final List<String> SPOTS = PLACES.words("spots");
    private static final List<String> TIMES = PLACES.words("times");
    private static final List<String> COUNTS = List.of("三", "四", "五", "六", "七", "八");

    static Scene at(Place courtyard, Dice dice) {
        return new Scene(
                courtyard,
                ROADS.past(courtyard, dice),
                dice.pick(SPOTS),
                dice.pick(TIMES),
                dice.pick(COUNTS),
                dice.between(1, 9) + "栋");
    }

    String place() {
        return "云溪街道" + courtyard.at(2).name() + courtyard.name() + spot;
    }

    String fill(String line) {
        return line.replace("{院}", courtyard.name())
                .replace("{村}", courtyard.at(2).name())
                .replace("{组}", courtyard.at(4).name())
                .replace("{路}", road)
                .replace("{处}", spot)
                .replace("{时}", time)
                .replace("{几}", count)
                .replace("{楼}", block);
    }
}

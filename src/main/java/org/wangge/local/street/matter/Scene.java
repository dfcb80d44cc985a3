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
        var filled = new StringBuilder();
        for (var i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '{') {
                filled.append(slot(line.charAt(i + 1)));
                i += 2;
            } else {
                filled.append(line.charAt(i));
            }
        }
        return filled.toString();
    }

    private String slot(char name) {
        return switch (name) {
            case '院' -> courtyard.name();
            case '村' -> courtyard.at(2).name();
            case '组' -> courtyard.at(4).name();
            case '路' -> road;
            case '处' -> spot;
            case '时' -> time;
            case '几' -> count;
            case '楼' -> block;
            default -> throw new IllegalArgumentException("No slot " + name);
        };
    }
}

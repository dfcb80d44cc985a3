package org.wangge.local.street.land;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Names;
import org.wangge.local.street.seed.Words;

/// Numbers and names of places. Groups count through their village, as they do in life; no two
/// courtyards of a village share a name.
final class Gazetteer {
    static final Entry STREET = Entry.plain(1, "云溪街道");

    private static final List<String> NUMERALS =
            List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五");
    private static final Map<String, String> PARKS = Map.of("青竹村", "云溪工业港东区", "双堰村", "云溪工业港西区");

    private final Words words = Words.from("places");
    private final List<String> villages = words.words("villages");
    private final Names names = new Names();
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();

    /// The entry of the part that comes at `index` in its parent.
    Entry entry(Place parent, int index) {
        return switch (parent.level()) {
            case 1 -> community(index);
            case 2 -> comprehensive(parent.name(), index);
            case 3 -> group(parent, index + 1);
            default -> courtyard(parent, index + 1);
        };
    }

    private Entry community(int index) {
        return index == 0 ? Entry.plain(1, "云溪社区") : Entry.plain(199 + index, villages.get(index - 1));
    }

    private static Entry comprehensive(String village, int index) {
        var park = index == 3 ? PARKS.get(village) : null;
        return park == null
                ? Entry.plain(index + 1, village + "第" + NUMERALS.get(index) + "网格")
                : new Entry(500, park, true, false);
    }

    private Entry group(Place comprehensive, int number) {
        var village = comprehensive.at(2).name();
        var count = groups.merge(village, 1, Integer::sum);
        return Entry.plain(number, village + NUMERALS.get(count - 1) + "组");
    }

    private Entry courtyard(Place group, int number) {
        var village = group.at(2).name();
        var dice = Dice.named("courtyard " + group.code(), number);
        var estate = dice.chance(group.isDedicated() || village.equals("云溪社区") ? 1 : 0.27);
        var seen = taken.computeIfAbsent(village, unseen -> new HashSet<>());
        var name = named(group, estate, dice);
        while (!seen.add(name)) {
            name = named(group, estate, dice);
        }
        return new Entry(number, name, false, estate);
    }

    private String named(Place group, boolean estate, Dice dice) {
        if (group.isDedicated()) {
            return join("park estates", "park endings", dice);
        }
        if (estate) {
            return join("estates", "estate endings", dice);
        }
        return dice.chance(0.3)
                ? dice.pickEarly(names.clans(group.at(2).name())) + dice.pick(words.words("clan endings"))
                : join("yards", "yard endings", dice);
    }

    private String join(String heading, String endings, Dice dice) {
        return dice.pick(words.words(heading)) + dice.pickEarly(words.words(endings));
    }
}

package org.wangge.local.street.seed;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// Personal names: a surname by village, a given name by cohort and sex. One in two thousand has
/// a character beyond the Basic Multilingual Plane, since such people exist and are often refused.
public final class Names {
    private final List<String> common;
    private final List<String> rare;
    private final Map<String, List<String>> clans = new HashMap<>();
    private final Map<Sex, List<String>> complete = new EnumMap<>(Sex.class);
    private final Map<Sex, NavigableMap<Integer, List<String>>> cohorts = new EnumMap<>(Sex.class);

    public Names() {
        var surnames = Words.from("surnames");
        var given = Words.from("given-names");
        common = surnames.words("common");
        rare = given.words("rare");
        surnames.headings().forEach(village -> clans.put(village, surnames.words(village)));
        for (var sex : Sex.values()) {
            complete.put(sex, given.words("complete " + sex));
            cohorts.put(sex, cohorts(given, sex));
        }
    }

    public String surname(String village, Dice dice) {
        var clan = Objects.requireNonNull(clans.get(village));
        return dice.chance(0.5) ? dice.pickEarly(clan) : incomer(dice);
    }

    /// Of somebody who married or moved in.
    public String incomer(Dice dice) {
        return dice.pickEarly(common);
    }

    public List<String> clans(String village) {
        return Objects.requireNonNull(clans.get(village));
    }

    public String given(Sex sex, int year, Dice dice) {
        if (dice.chance(0.0005)) {
            return dice.pick(rare);
        }
        var cohort = Objects.requireNonNull(cohorts.get(sex)).ceilingEntry(year);
        return dice.pick(Objects.requireNonNull(cohort).getValue());
    }

    /// Of somebody whose name has no surname in front.
    public String complete(Sex sex, Dice dice) {
        return dice.pick(Objects.requireNonNull(complete.get(sex)));
    }

    private static NavigableMap<Integer, List<String>> cohorts(Words given, Sex sex) {
        var byLastYear = new TreeMap<Integer, List<String>>();
        for (var heading : given.headings()) {
            if (heading.matches("\\d+ " + sex)) {
                byLastYear.put(Integer.valueOf(heading.substring(0, 4)), given.words(heading));
            }
        }
        return byLastYear;
    }
}

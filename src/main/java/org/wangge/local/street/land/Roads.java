package org.wangge.local.street.land;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Words;

/// The roads that run past a place: its village's own, or those of the industrial parks.
public final class Roads {
    private static final String HEADING = "roads ";

    private final Map<String, List<String>> roads;

    public Roads() {
        var words = Words.from("places");
        roads = words.headings().stream()
                .filter(heading -> heading.startsWith(HEADING))
                .collect(Collectors.toMap(heading -> heading.substring(HEADING.length()), words::words));
    }

    public String past(Place place, Dice dice) {
        var area = place.isDedicated() ? "parks" : place.at(2).name();
        return dice.pick(Objects.requireNonNull(roads.get(area)));
    }
}

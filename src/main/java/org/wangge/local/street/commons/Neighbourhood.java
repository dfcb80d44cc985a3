package org.wangge.local.street.commons;

import java.util.List;
import java.util.stream.IntStream;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.ledger.Ledger;
import org.wangge.local.street.ledger.Neighbour;
import org.wangge.local.street.seed.Chronicle;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.team.Member;
import org.wangge.local.street.team.Team;

/// Where it all takes place, among whom, and when; what happens is told in the chronicle.
public record Neighbourhood(Land land, Team team, Ledger ledger, History history, Chronicle chronicle) {
    /// One of an office of the subdistrict, such as `GOVERNANCE`.
    public Member clerk(String office, Dice dice) {
        return dice.pick(team.office(office));
    }

    public List<Place> courtyards(Place within) {
        return land.at(5).stream()
                .filter(place -> place.key().startsWith(within.key()))
                .toList();
    }

    /// So many heads of households, from all over the place.
    public List<Neighbour> neighbours(Place within, int count) {
        var all = courtyards(within).stream()
                .flatMap(courtyard -> ledger.neighbours(courtyard).stream())
                .toList();
        var step = Math.max(1, all.size() / count);
        return IntStream.range(0, Math.min(count, all.size()))
                .mapToObj(i -> all.get(i * step))
                .toList();
    }
}

package org.wangge.local.street.ledger;

import java.util.List;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.land.Roads;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Words;

/// Factories, shops, schools and the like: in the parks, or along the roads of the villages.
final class Workplaces {
    private final List<Place> parks;
    private final List<Place> elsewhere;
    private final Roads roads = new Roads();
    private final List<String> styles = Words.from("trades").words("styles");

    Workplaces(Land land) {
        parks = land.at(5).stream().filter(Place::isDedicated).toList();
        elsewhere = land.at(5).stream().filter(place -> !place.isDedicated()).toList();
    }

    void openIn(PremisesSheet premises) {
        for (var trade : Trade.all()) {
            for (var i = 0; i < trade.count(); i++) {
                open(trade, Dice.named(trade.type(), i), premises);
            }
        }
    }

    private void open(Trade trade, Dice dice, PremisesSheet premises) {
        var courtyard = dice.pick(dice.chance(trade.inParks()) ? parks : elsewhere);
        var address = Address.work(courtyard, roads.past(courtyard, dice), dice.between(1, 399));
        premises.works(courtyard, trade, address, enterprise(trade, courtyard, dice), dice);
    }

    private String enterprise(Trade trade, Place courtyard, Dice dice) {
        var ending = dice.pick(trade.endings());
        return switch (trade.type()) {
            case "PUBLIC", "SCHOOL" -> courtyard.at(2).name() + ending;
            default -> "云溪" + dice.pick(styles) + ending;
        };
    }
}

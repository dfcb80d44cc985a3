package org.wangge.local.street.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;

/// The homes of a courtyard, one after another; now and then one stands empty, and now and then
/// two households share a rental.
final class Homes {
    private final Place courtyard;
    private final PremisesSheet premises;
    private final Dice dice;
    private int count;
    private @Nullable UUID shared;

    Homes(Place courtyard, PremisesSheet premises, Dice dice) {
        this.courtyard = courtyard;
        this.premises = premises;
        this.dice = dice;
    }

    UUID own() {
        if (dice.chance(0.025)) {
            home("DWELLING", "VACANT");
        }
        return home("DWELLING", dice.chance(0.03) ? "RENTED" : "OWNER");
    }

    UUID rented() {
        if (shared != null) {
            var home = shared;
            shared = null;
            return home;
        }
        if (dice.chance(0.12)) {
            shared = home("RENTAL", "GROUP_RENTED");
            return shared;
        }
        return home("RENTAL", "RENTED");
    }

    private UUID home(String type, String occupancy) {
        return premises.home(courtyard, type, occupancy, Address.home(courtyard, count++), dice);
    }
}

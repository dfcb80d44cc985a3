package org.wangge.local.street.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.wangge.access.personal.Keyring;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Names;
import org.wangge.local.street.seed.Sheet;

/// The ledger of people and places (人房信息台账): 66,473 residents by household, each in a home.
public final class Ledger {
    private static final int RESIDENTS = 66_473;

    private final Names names = new Names();
    private final History history;
    private final PremisesSheet premises;
    private final HouseholdSheets households;
    private final Map<UUID, List<Neighbour>> residents = new HashMap<>();

    private Ledger(History history, Keyring keyring) {
        this.history = history;
        this.premises = new PremisesSheet(history);
        this.households = new HouseholdSheets(history, new Papers(keyring, history.today()));
    }

    public static Ledger of(Land land, History history, Keyring keyring) {
        var ledger = new Ledger(history, keyring);
        var courtyards = land.at(5);
        var sizes = Sizes.of(RESIDENTS, courtyards.size());
        courtyards.forEach(courtyard -> ledger.settle(courtyard, sizes.next()));
        new Workplaces(land).openIn(ledger.premises);
        return ledger;
    }

    public List<Sheet> sheets() {
        var sheets = new ArrayList<>(List.of(premises.sheet()));
        sheets.addAll(households.sheets());
        return sheets;
    }

    /// Somebody of age who lives in the courtyard.
    public UUID neighbour(Place courtyard, Dice dice) {
        return dice.pick(neighbours(courtyard)).id();
    }

    /// All who head a household of the courtyard, from door to door.
    public List<Neighbour> neighbours(Place courtyard) {
        return Objects.requireNonNull(residents.get(courtyard.id()));
    }

    private void settle(Place courtyard, List<Integer> sizes) {
        var dice = Dice.named("courtyard", Long.parseLong(courtyard.code().substring(9)));
        var heads = new ArrayList<Neighbour>();
        var homes = new Homes(courtyard, premises, dice);
        for (var size : sizes) {
            var floating = dice.chance(floatingShare(courtyard));
            var surname = floating
                    ? names.incomer(dice)
                    : names.surname(courtyard.at(2).name(), dice);
            var family = Family.of(size, surname, names, history.today(), dice);
            var home = floating ? homes.rented() : homes.own();
            heads.add(households.write(courtyard, home, family, floating, dice));
        }
        residents.put(courtyard.id(), heads);
    }

    private static double floatingShare(Place courtyard) {
        return courtyard.isDedicated() ? 0.72 : courtyard.isEstate() ? 0.22 : 0.07;
    }
}

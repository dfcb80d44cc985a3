package org.wangge.local.street.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;

/// Appoints people to places. Each holds one role at one place now; some changed places with a
/// colleague next door in the last eighteen months, so that a past day has another answer.
final class Appointments {
    private final Register register;
    private final History history;
    private final List<Service> services = new ArrayList<>();

    Appointments(Register register, History history) {
        this.register = register;
        this.history = history;
    }

    List<Service> over(Land land) {
        appoint(Calling.COMPREHENSIVE_LEADER, land.at(3), 0.5);
        appoint(Calling.GROUP_LEADER, land.at(4), 0.4);
        appoint(Calling.PARTY_LEADER, land.at(5), 0.2);
        appoint(Calling.MEMBER, land.at(3), 0.5);
        appoint(Calling.OFFICER, land.at(3), 0.3);
        appoint(Calling.CADRE, round(land.at(3), 97), 0);
        appoint(Calling.POLICE, round(land.at(2), 12), 0);
        appoint(Calling.DOCTOR, round(land.at(2), 18), 0);
        return services;
    }

    private void appoint(Calling calling, List<Place> places, double changes) {
        var dice = Dice.named("appointments " + calling, 0);
        for (var i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var next = i + 1 < places.size() ? places.get(i + 1) : place;
            if (areNeighbours(place, next) && dice.chance(changes)) {
                change(calling, place, next, dice);
                i++;
            } else {
                services.add(Service.since(before(dice), takeOn(calling, place, dice), place));
            }
        }
    }

    private void change(Calling calling, Place one, Place other, Dice dice) {
        var fromOn = before(dice);
        var changedOn = history.startOn().plusDays(20 + dice.below(history.days() - 40));
        var first = takeOn(calling, one, dice);
        var second = takeOn(calling, other, dice);
        services.add(Service.until(changedOn, fromOn, first, other));
        services.add(Service.until(changedOn, fromOn, second, one));
        services.add(Service.since(changedOn, first, one));
        services.add(Service.since(changedOn, second, other));
    }

    private Member takeOn(Calling calling, Place place, Dice dice) {
        var neighbour = calling == Calling.PARTY_LEADER && dice.chance(0.45);
        return register.takeOn(neighbour ? Calling.NEIGHBOUR_LEADER : calling, place);
    }

    private LocalDate before(Dice dice) {
        return history.startOn().minusDays(30 + dice.below(700));
    }

    private static boolean areNeighbours(Place one, Place other) {
        return one != other && one.parent() == other.parent();
    }

    private static List<Place> round(List<Place> places, int count) {
        var round = new ArrayList<Place>();
        for (var i = 0; i < count; i++) {
            round.add(places.get(i % places.size()));
        }
        return round;
    }
}

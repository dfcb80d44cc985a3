package org.wangge.local.street.society;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wangge.access.Personal;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;
import org.wangge.local.street.team.Calling;

/// Who helps (志愿者), as rows of `volunteer`: residents of all communities, the grid members, and a few who
/// live elsewhere, whose names are sealed. Their numbers are those of the database.
final class Volunteers {
    private static final int OF_A_COMMUNITY = 180;
    private static final int CORE_OF_A_COMMUNITY = 4;
    private static final int FIRST_DAYS = 35;

    private final Sheet sheet = new Sheet(
            "volunteer",
            "id, grid_id, grid_key, resident_id, member_id, name_cell, name_mask, skills, service_minutes, joined_at");
    private final List<Volunteer> all = new ArrayList<>();
    private final Neighbourhood around;
    private final Keyring keyring;
    private final Words words;

    Volunteers(Neighbourhood around, Keyring keyring, Words words) {
        this.around = around;
        this.keyring = keyring.sealingAlike();
        this.words = words;
        around.land().at(2).forEach(this::gather);
        around.land().at(3).forEach(this::bringMember);
        words.words("elsewhere").forEach(this::bringGuest);
    }

    List<Volunteer> all() {
        return all;
    }

    List<Volunteer> in(Place place) {
        return all.stream()
                .filter(one -> one.place.key().startsWith(place.key()))
                .toList();
    }

    /// Once everything is credited.
    Sheet sheet() {
        all.forEach(this::write);
        return sheet;
    }

    private void gather(Place community) {
        var neighbours = around.neighbours(community, OF_A_COMMUNITY);
        for (var i = 0; i < neighbours.size(); i++) {
            var who = neighbours.get(i);
            var identity = new Volunteer.Identity(who.id(), null, null, who.mask());
            join(community, identity, i < CORE_OF_A_COMMUNITY);
        }
    }

    private void bringMember(Place grid) {
        var member =
                around.team().serving(grid, Calling.MEMBER, around.history().today());
        var mask = Personal.name(member.name()).display();
        join(grid, new Volunteer.Identity(null, member.id(), null, mask), false);
    }

    private void bringGuest(String name) {
        var dice = Dice.named("volunteer", all.size());
        var joinedAt = joinedAt(false, dice);
        var id = dice.id(joinedAt);
        var cell = keyring.seal(name, new CellPlace("volunteer.name", id));
        var identity =
                new Volunteer.Identity(null, null, cell, Personal.name(name).display());
        add(id, around.land().street(), identity, joinedAt, false);
    }

    private void join(Place place, Volunteer.Identity identity, boolean isCore) {
        var dice = Dice.named("volunteer", all.size());
        var joinedAt = joinedAt(isCore, dice);
        add(dice.id(joinedAt), place, identity, joinedAt, isCore);
    }

    private void add(UUID id, Place place, Volunteer.Identity identity, Instant joinedAt, boolean isCore) {
        around.chronicle().course(id, place.key()).step("VOLUNTEER_JOINED", joinedAt);
        all.add(new Volunteer(id, place, identity, joinedAt, isCore));
    }

    /// Most in the first weeks, the others at any time since.
    private Instant joinedAt(boolean isCore, Dice dice) {
        var history = around.history();
        var days = isCore || dice.chance(0.75) ? FIRST_DAYS : history.days() - 1;
        return History.at(history.startOn().plusDays(dice.below(days)), 8 * 3600 + dice.below(12 * 3600));
    }

    private void write(Volunteer one) {
        var dice = Dice.named("skills", one.id.getLeastSignificantBits());
        var skills = dice.chance(0.3) ? List.of(dice.pick(words.words("skills"))) : List.of();
        sheet.cells(one.id, one.place.id(), one.place.key())
                .cells(one.identity.resident(), one.identity.member(), one.identity.name(), one.identity.mask())
                .cells(skills, one.minutes(), one.joinedAt)
                .end();
    }
}

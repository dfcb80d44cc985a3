package org.wangge.local.street.council;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;
import org.wangge.local.street.team.Calling;

/// The councils of the communities (联席议事会) as rows of `council` and `council_seat`: two thirds make a
/// quorum, and more than half of those present carry.
final class Councils {
    private static final int RESIDENTS = 8;
    private static final int GROUPS = 4;

    private final Sheet sheet = new Sheet(
            "council",
            "id, grid_id, grid_key, name, purpose, quorum_parts, quorum_of, quorum_above, threshold_parts,"
                    + " threshold_of, threshold_above, vote_by, notice_days, founded_at");
    private final Sheet seats = new Sheet("council_seat", "id, council_id, member_id, resident_id, role, from_on");
    private final Map<UUID, Council> all = new LinkedHashMap<>();
    private final Neighbourhood around;

    Councils(Neighbourhood around, Words words) {
        this.around = around;
        around.land()
                .at(2)
                .forEach(community -> found(community, words.lines("purpose").getFirst()));
    }

    List<Sheet> sheets() {
        return List.of(sheet, seats);
    }

    Council of(Place community) {
        return Objects.requireNonNull(all.get(community.id()));
    }

    private void found(Place community, String purpose) {
        var foundedOn = around.history().startOn().minusDays(30);
        var foundedAt = History.at(foundedOn, 36_000 + 600 * all.size());
        var dice = Dice.named("council", all.size());
        var council = new Council(dice.id(foundedAt), community, seats(community));
        var course = around.chronicle().course(council.id(), community.key()).step("COUNCIL_FOUNDED", foundedAt);
        sheet.cells(council.id(), community.id(), community.key(), community.name() + "联席议事会", purpose)
                .cells(2, 3, false, 1, 2, true, "PERSON", 3, foundedAt)
                .end();
        for (var seat : council.seats()) {
            course.told("COUNCIL_SEATED", foundedAt.plusSeconds(600));
            seats.row(dice.id(foundedAt), council.id(), seat.member(), seat.resident(), seat.role(), foundedOn);
        }
        all.put(community.id(), council);
    }

    /// The leader of the first grid is the chair, the grid member there keeps the minutes, the police observe.
    private List<Seat> seats(Place community) {
        var team = around.team();
        var day = around.history().startOn();
        var grids = within(community, 3);
        var seats = new ArrayList<Seat>();
        for (var grid : grids) {
            var leader = team.serving(grid, Calling.COMPREHENSIVE_LEADER, day);
            seats.add(Seat.of(leader, seats.isEmpty() ? "CHAIR" : "MEMBER"));
        }
        seats.add(Seat.of(team.serving(grids.getFirst(), Calling.MEMBER, day), "RECORDER"));
        within(community, 4).stream()
                .limit(GROUPS)
                .forEach(group -> seats.add(Seat.of(team.serving(group, Calling.GROUP_LEADER, day), "MEMBER")));
        around.neighbours(community, RESIDENTS).forEach(one -> seats.add(Seat.of(one, "MEMBER")));
        seats.add(Seat.of(team.serving(community, Calling.POLICE, day), "OBSERVER"));
        return seats;
    }

    private List<Place> within(Place community, int level) {
        return around.land().at(level).stream()
                .filter(place -> place.key().startsWith(community.key()))
                .toList();
    }
}

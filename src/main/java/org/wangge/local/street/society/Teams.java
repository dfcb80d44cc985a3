package org.wangge.local.street.society;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// Volunteer teams (志愿服务队) as rows of `volunteer_team` and `team_volunteer`: two of each community, among
/// whom its volunteers are shared out, and those of the street, for the ones who help everywhere.
final class Teams {
    private static final Duration BEFORE = Duration.ofDays(60);
    private static final Duration SOON = Duration.ofHours(20);

    private final Sheet sheet = new Sheet(
            "volunteer_team", "id, grid_id, grid_key, name, organisation_id, volunteer_count, formed_at, version");
    private final Sheet memberships = new Sheet("team_volunteer", "team_id, volunteer_id, joined_at");
    private final List<Team> all = new ArrayList<>();
    private final Neighbourhood around;

    /// A team of a place.
    record Team(UUID id, Place place) {}

    Teams(Neighbourhood around, Organisations organisations, Volunteers volunteers, Words words) {
        this.around = around;
        for (var community : around.land().at(2)) {
            var names = words.lines("teams");
            var people = volunteers.in(community);
            for (var i = 0; i < names.size(); i++) {
                var under = i == 0 ? organisations.in(community).getFirst() : null;
                form(community, community.name() + names.get(i), under, share(people, i, names.size()));
            }
        }
        var core = volunteers.all().stream()
                .filter(one -> one.isCore || one.identity.name() != null)
                .toList();
        var names = words.lines("street teams");
        for (var i = 0; i < names.size(); i++) {
            form(around.land().street(), names.get(i), null, share(core, i, names.size()));
        }
    }

    List<Sheet> sheets() {
        return List.of(sheet, memberships);
    }

    List<Team> in(Place place) {
        return all.stream().filter(one -> one.place() == place).toList();
    }

    private void form(Place place, String name, @Nullable Organisation under, List<Volunteer> members) {
        var formedAt = around.history().startAt().minus(BEFORE).plusSeconds(36_000L + all.size());
        var id = Dice.named("team", all.size()).id(formedAt);
        var course = around.chronicle().course(id, place.key()).step("TEAM_FORMED", formedAt);
        for (var one : members) {
            var joinedAt = one.joinedAt.plus(SOON);
            course.step("TEAM_JOINED", joinedAt);
            memberships.row(id, one.id, joinedAt);
        }
        sheet.row(
                id,
                place.id(),
                place.key(),
                name,
                under == null ? null : under.id(),
                members.size(),
                formedAt,
                course.version());
        all.add(new Team(id, place));
    }

    /// Every so-manieth, in the order in which they joined.
    private static List<Volunteer> share(List<Volunteer> people, int turn, int turns) {
        var some = new ArrayList<Volunteer>();
        for (var i = turn; i < people.size(); i += turns) {
            some.add(people.get(i));
        }
        some.sort(Comparator.comparing((Volunteer one) -> one.joinedAt).thenComparing(one -> one.id));
        return some;
    }
}

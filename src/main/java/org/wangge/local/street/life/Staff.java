package org.wangge.local.street.life;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.matter.Category;
import org.wangge.local.street.matter.Report;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Words;
import org.wangge.local.street.team.Calling;
import org.wangge.local.street.team.Department;
import org.wangge.local.street.team.Member;
import org.wangge.local.street.team.Post;
import org.wangge.local.street.team.Rota;
import org.wangge.local.street.team.Team;

/// Who sits at which post, and whom cases are given to: small ones to the member of the grid, larger
/// ones to the committees of the community, hard ones to an office (小事不出格、大事不出村、难事不出街).
final class Staff {
    private static final int SHIFT_HOURS = 8;
    private static final String STREET = "YX-";
    private static final List<String> WRONG = List.of("BUILDING", "ENVIRONMENT", "LIVELIHOOD", "SAFETY");

    private final Team team;
    private final Rota rota;
    private final Map<String, Department> departments = new HashMap<>();
    private final Map<UUID, List<Member>> cadres = new HashMap<>();
    private final Map<String, String> routes = new HashMap<>();

    Staff(Team team, Rota rota) {
        this.team = team;
        this.rota = rota;
        team.departments().forEach(department -> departments.put(department.code(), department));
        for (var department : team.departments()) {
            cadres.put(department.id(), cadresOf(department));
        }
        for (var route : Words.from("duties").lines("routes")) {
            var words = route.split(" ");
            routes.put(words[0], words[1]);
        }
    }

    /// Who holds the post, or the next in turn who has no hand in it.
    Member holder(Post post, Instant at, Collection<UUID> others) {
        var shift = at;
        while (others.contains(rota.holder(post, shift).id())) {
            shift = shift.plusSeconds(SHIFT_HOURS * 3600L);
        }
        return rota.holder(post, shift);
    }

    Member holder(Post post, Instant at) {
        return rota.holder(post, at);
    }

    /// Whom the rules would have at a level; null where they name nobody.
    @Nullable
    Hand suggested(Report report, Category category, String level, Instant at, Dice dice) {
        return switch (level) {
            case "GRID" -> personally(Calling.MEMBER, report, at);
            case "COMMUNITY" -> committees(report, at);
            case "SUBDISTRICT" -> office(route(category), report, at, dice);
            default -> null;
        };
    }

    /// Mostly whom the rules would have; the leader for a member on leave, an officer where an office
    /// has nobody, or where grid staff may not be given what it is about.
    Hand chosen(Hand rule, Report report, String level, Instant at) {
        if (level.equals("GRID") && report.topic().handler() == Calling.OFFICER) {
            return personally(Calling.OFFICER, report, at);
        }
        if (level.equals("GRID") && report.id().hashCode() % 8 == 0) {
            return personally(Calling.COMPREHENSIVE_LEADER, report, at);
        }
        return isEmpty(rule) ? personally(Calling.OFFICER, report, at) : rule;
    }

    /// An office that has nothing to do with it.
    Hand wrong(Hand right, Report report, Instant at, Dice dice) {
        var codes = WRONG.stream()
                .filter(code -> !department(code).id().equals(right.departmentId()))
                .toList();
        return office(dice.pick(codes), report, at, dice);
    }

    /// Markets and mediation have nobody of their own among those who serve the street.
    private boolean isEmpty(Hand rule) {
        return rule.departmentId() != null
                && Objects.requireNonNull(cadres.get(rule.departmentId())).isEmpty();
    }

    private Hand personally(Calling calling, Report report, Instant at) {
        var member = serving(calling, report, at);
        var place = report.site().grid().at(3);
        var isOfOffice = calling == Calling.OFFICER;
        var unit = isOfOffice ? department("ENFORCEMENT").name() : place.at(2).name() + "综合网格";
        return new Hand(null, unit, isOfOffice ? place.at(1).key() : place.key(), member);
    }

    private Hand committees(Report report, Instant at) {
        var community = report.site().grid().at(2);
        var department =
                Objects.requireNonNull(departments.get(STREET + community.code().substring(9)));
        var leader = serving(Calling.COMPREHENSIVE_LEADER, report, at);
        return new Hand(department.id(), department.name(), community.key(), leader);
    }

    private Hand office(String code, Report report, Instant at, Dice dice) {
        var department = department(code);
        var staff = Objects.requireNonNull(cadres.get(department.id()));
        var signer =
                code.equals("ENFORCEMENT") || staff.isEmpty() ? serving(Calling.OFFICER, report, at) : dice.pick(staff);
        return new Hand(department.id(), department.name(), department.place().key(), signer);
    }

    private Member serving(Calling calling, Report report, Instant at) {
        return team.serving(report.site().grid().at(3), calling, History.dayOf(at));
    }

    private String route(Category category) {
        var route = routes.get(category.code());
        return route == null ? Objects.requireNonNull(routes.get(category.parent())) : route;
    }

    private Department department(String code) {
        return Objects.requireNonNull(departments.get(STREET + code), code);
    }

    private List<Member> cadresOf(Department department) {
        return team.members().stream()
                .filter(member -> department.id().equals(member.departmentId()))
                .toList();
    }
}

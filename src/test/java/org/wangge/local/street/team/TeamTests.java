package org.wangge.local.street.team;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.seed.History;

class TeamTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 1);
    private static final Land LAND = Land.surveyed();
    private static final Team TEAM = Team.of(LAND, new History(TODAY));

    @Test
    void hasTheFiguresOfTheArticle() {
        var byRole = TEAM.services().stream()
                .filter(service -> service.covers(TODAY))
                .collect(groupingBy(Service::role, counting()));

        assertThat(byRole)
                .isEqualTo(Map.of(
                        "GRID_LEADER", 766L,
                        "GRID_MEMBER", 46L,
                        "SUBDISTRICT_CADRE", 97L,
                        "ENFORCEMENT_OFFICER", 46L,
                        "COMMUNITY_POLICE", 12L,
                        "COMMUNITY_DOCTOR", 18L));
        assertThat(TEAM.members()).hasSize(985);
    }

    @Test
    void hasOneLeaderOfEveryGridOnEveryDayOfItsHistory() {
        for (var day = TODAY.minusMonths(18); !day.isAfter(TODAY); day = day.plusDays(30)) {
            for (var level = 3; level <= 5; level++) {
                var leaders = new HashSet<Member>();
                for (var place : LAND.at(level)) {
                    leaders.add(TEAM.serving(place, Calling.COMPREHENSIVE_LEADER, day));
                }
                assertThat(leaders).hasSize(LAND.at(level).size());
            }
        }
    }

    @Test
    void remembersWhoServedElsewhereBefore() {
        var ended = TEAM.services().stream()
                .filter(service -> service.toOn() != null)
                .toList();

        assertThat(ended).hasSizeGreaterThan(100);
        assertThat(ended).allMatch(service -> TEAM.members().contains(service.member()));
    }

    @Test
    void changesTheCadresOnDutyEveryEightHours() {
        var rota = new Rota(TEAM);
        var shifts = Rota.shiftsOf(TODAY);

        var holders = new HashSet<Member>();
        for (var shift : shifts) {
            for (var post : Post.values()) {
                holders.add(rota.holder(post, shift));
                assertThat(rota.holder(post, shift.plusSeconds(28_799))).isEqualTo(rota.holder(post, shift));
            }
        }

        assertThat(holders).hasSize(18);
    }
}

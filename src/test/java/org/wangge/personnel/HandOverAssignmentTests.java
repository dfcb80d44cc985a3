package org.wangge.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;

/// Handing over from one member to the next.
@AssignmentTest
class HandOverAssignmentTests {
    @Autowired
    Graph graph;

    private AssignmentOffice office;

    @BeforeEach
    void withTheAssignmentsOfTheTownOnly() {
        office = new AssignmentOffice(graph);
        office.tidyUp();
    }

    @Test
    void handsOverOnOneDayInOneStep() {
        var before = office.events();

        var answer =
                office.handOver(UUID.randomUUID(), TownPeople.WANG_SERVES_WILLOW_ONE, 1, TownPeople.SUN, "2026-03-01");

        assertThat(answer.text("done.assignment.member.name")).isEqualTo("孙小梅");
        assertThat(answer.text("done.assignment.role")).isEqualTo("GRID_MEMBER");
        assertThat(answer.text("done.assignment.fromOn")).isEqualTo("2026-03-01");
        assertThat(office.events()).isEqualTo(before + 2);
        assertThat(office.lastEvents(2)).containsExactly("ASSIGNMENT_ENDED 1.1.1.", "ASSIGNMENT_STARTED 1.1.1.");
        assertThat(office.membersOn("2026-02-28")).containsExactly("王秀英");
        assertThat(office.membersOn("2026-03-01")).containsExactly("孙小梅");
    }

    @Test
    void changesNothingWhenAHandOverIsRefused() {
        var before = office.events();

        var same =
                office.handOver(UUID.randomUUID(), TownPeople.WANG_SERVES_WILLOW_ONE, 1, TownPeople.WANG, "2026-03-01");
        var stale =
                office.handOver(UUID.randomUUID(), TownPeople.WANG_SERVES_WILLOW_ONE, 7, TownPeople.SUN, "2026-03-01");
        var early =
                office.handOver(UUID.randomUUID(), TownPeople.WANG_SERVES_WILLOW_ONE, 1, TownPeople.SUN, "2025-01-01");
        var nobody = office.handOver(
                UUID.randomUUID(), TownPeople.WANG_SERVES_WILLOW_ONE, 1, new TownThing("member", 3, 999), "2026-03-01");

        assertThat(AssignmentOffice.problems(same)).containsExactly("toMemberId DUPLICATE");
        assertThat(stale.text("done.refusal.code")).isEqualTo("STALE_VERSION");
        assertThat(AssignmentOffice.problems(early)).containsExactly("on NOT_IN_ORDER");
        assertThat(AssignmentOffice.problems(nobody)).containsExactly("toMemberId UNKNOWN");
        assertThat(office.events()).isEqualTo(before);
        assertThat(office.membersOn("2026-03-01")).containsExactly("王秀英");
    }

    @Test
    void keepsTheOldAssignmentWhenTheNewOneCannotBegin() {
        var before = office.events();
        office.assign(UUID.randomUUID(), TownPeople.LI, Town.WILLOW_ONE, "COMMUNITY_DOCTOR", "");

        var answer =
                office.handOver(UUID.randomUUID(), TownPeople.ZHAO_HEALS_WILLOW_ONE, 1, TownPeople.LI, "2026-03-01");

        assertThat(AssignmentOffice.problems(answer)).containsExactly("toMemberId DUPLICATE");
        assertThat(office.events()).isEqualTo(before + 1);
        var kept = graph.ask(
                "query($id: ID!) { node(id: $id) { ... on Assignment { version toOn } } }",
                Map.of("id", TownPeople.ZHAO_HEALS_WILLOW_ONE.id()));
        assertThat(kept.number("node.version")).isEqualTo(1);
    }
}

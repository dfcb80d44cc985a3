package org.wangge.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;

/// Putting members in charge.
@AssignmentTest
class AssignMemberTests {
    @Autowired
    Graph graph;

    private AssignmentOffice office;

    @BeforeEach
    void withTheAssignmentsOfTheTownOnly() {
        office = new AssignmentOffice(graph);
        office.tidyUp();
    }

    @Test
    void assignsAMemberAndTellsIt() {
        var before = office.events();

        var answer = office.assign(UUID.randomUUID(), TownPeople.SUN, Town.WILLOW_TWO, "GRID_MEMBER", """
                basis: "柳村发〔2026〕1号", duties: [PATROL_VISIT, PATROL_VISIT],
                fromOn: "2026-01-01", toOn: "2027-01-01\"""");

        assertThat(answer.text("done.assignment.member.name")).isEqualTo("孙小梅");
        assertThat(answer.text("done.assignment.grid.name")).isEqualTo("柳二格");
        assertThat(answer.text("done.assignment.toOn")).isEqualTo("2027-01-01");
        assertThat(answer.text("done.assignment.basis")).isEqualTo("柳村发〔2026〕1号");
        assertThat(answer.text("done.cursor")).isNotEmpty();
        answer.response().path("done.refusal").valueIsNull();
        assertThat(office.events()).isEqualTo(before + 1);
        assertThat(office.lastEvents(1)).containsExactly("ASSIGNMENT_STARTED 1.1.2.");
    }

    @Test
    void keepsTheIdThatTheClientMade() {
        var id = UUID.randomUUID();

        var first = office.assign(
                UUID.randomUUID(), TownPeople.SUN, Town.WILLOW_TWO, "VOLUNTEER", "id: \"%s\"".formatted(id));
        var other = office.assign(
                UUID.randomUUID(), TownPeople.LI, Town.WILLOW_TWO, "VOLUNTEER", "id: \"%s\"".formatted(id));

        assertThat(first.text("done.assignment.id")).isEqualTo(new AssignmentId(id).toString());
        assertThat(other.text("done.refusal.code")).isEqualTo("ID_TAKEN");
        assertThat(other.text("done.refusal.id")).isEqualTo(new AssignmentId(id).toString());
    }

    @Test
    void replaysACommandSentTwice() {
        var key = UUID.randomUUID();

        var first = office.assign(key, TownPeople.SUN, Town.WILLOW_TWO, "GRID_MEMBER", "");
        var before = office.events();
        var second = office.assign(key, TownPeople.SUN, Town.WILLOW_TWO, "GRID_MEMBER", "");

        assertThat(second.get("done.replayed", Boolean.class)).isTrue();
        assertThat(second.text("done.assignment.id")).isEqualTo(first.text("done.assignment.id"));
        assertThat(second.text("done.cursor")).isEqualTo(first.text("done.cursor"));
        assertThat(office.events()).isEqualTo(before);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        var key = UUID.randomUUID();

        office.assign(key, TownPeople.SUN, Town.WILLOW_TWO, "GRID_MEMBER", "");

        assertThat(office.assign(key, TownPeople.SUN, Town.WILLOW_TWO, "GRID_LEADER", "")
                        .text("done.refusal.code"))
                .isEqualTo("KEY_REUSED");
    }

    @Test
    void refusesASecondLeaderAndNamesTheFirst() {
        var before = office.events();

        var answer = office.assign(UUID.randomUUID(), TownPeople.SUN, Town.WILLOW_ONE, "GRID_LEADER", "");

        assertThat(answer.text("done.refusal.__typename")).isEqualTo("PositionTaken");
        assertThat(answer.text("done.refusal.holderId")).isEqualTo(TownPeople.LI_LEADS_WILLOW_ONE.id());
        answer.response().path("done.assignment").valueIsNull();
        answer.response().path("done.cursor").valueIsNull();
        assertThat(office.events()).isEqualTo(before);
    }

    @Test
    void refusesASecondDedicatedMemberButTakesOneWhoBeginsWhenTheOtherEnds() {
        var taken = office.assign(
                UUID.randomUUID(),
                TownPeople.LI,
                Town.WILLOW_ONE,
                "GRID_MEMBER",
                "fromOn: \"2024-12-31\", toOn: \"2025-01-01\"");
        var free = office.assign(
                UUID.randomUUID(),
                TownPeople.LI,
                Town.WILLOW_ONE,
                "GRID_MEMBER",
                "fromOn: \"2023-01-01\", toOn: \"2024-01-01\"");

        assertThat(taken.text("done.refusal.holderId")).isEqualTo(TownPeople.SUN_WAS_MEMBER.id());
        assertThat(free.text("done.assignment.toOn")).isEqualTo("2024-01-01");
    }

    @Test
    void refusesTheSameRoleForTheSameMemberTwice() {
        var answer = office.assign(UUID.randomUUID(), TownPeople.ZHAO, Town.WILLOW_TWO, "COMMUNITY_DOCTOR", "");

        assertThat(AssignmentOffice.problems(answer)).containsExactly("memberId DUPLICATE");
    }

    @Test
    void letsExactlyOneOfSixteenBecomeTheMember() throws Exception {
        var answers = AssignmentOffice.atOnce(
                16, () -> office.assign(UUID.randomUUID(), TownPeople.SUN, Town.WILLOW_TWO, "GRID_MEMBER", ""));

        var done = answers.stream().filter(AssignmentOffice::isDone).toList();
        assertThat(done).hasSize(1);
        var holder = done.getFirst().text("done.assignment.id");
        assertThat(answers)
                .filteredOn(answer -> !AssignmentOffice.isDone(answer))
                .allSatisfy(answer ->
                        assertThat(answer.text("done.refusal.holderId")).isEqualTo(holder));
    }

    @Test
    void doesACommandOnceThatIsSentSixteenTimesAtOnce() throws Exception {
        var key = UUID.randomUUID();
        var before = office.events();

        var answers = AssignmentOffice.atOnce(
                16, () -> office.assign(key, TownPeople.SUN, Town.WILLOW_TWO, "GRID_MEMBER", ""));

        assertThat(answers).allMatch(AssignmentOffice::isDone);
        assertThat(answers.stream()
                        .map(answer -> answer.text("done.assignment.id"))
                        .distinct())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.get("done.replayed", Boolean.class))
                .hasSize(1);
        assertThat(office.events()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "柳村   | GRID_MEMBER | ''                                          | gridId WRONG_LEVEL",
                "一组   | GRID_MEMBER | ''                                          | gridId WRONG_LEVEL",
                "柳二格 | GRID_LEADER | fromOn: \"2026-02-01\", toOn: \"2026-02-01\" | toOn NOT_IN_ORDER",
                "柳二格 | GRID_LEADER | fromOn: \"2026-02-01\", toOn: \"2026-01-31\" | toOn NOT_IN_ORDER",
            })
    void refusesWhatDoesNotGoTogether(String grid, String role, String more, String problem) {
        var place = Town.GRIDS.stream()
                .filter(one -> one.name().equals(grid))
                .findFirst()
                .orElseThrow();

        var answer = office.assign(UUID.randomUUID(), TownPeople.SUN, place, role, more);

        assertThat(AssignmentOffice.problems(answer)).containsExactly(problem);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        var nobody = new TownThing("member", 3, 999);
        var nowhere = new TownGrid(999, "9.", 3, "", "", null, 0, 0, 0, 0);

        var answer = office.assign(
                UUID.randomUUID(),
                nobody,
                nowhere,
                "GRID_LEADER",
                "toOn: \"2020-01-01\", basis: \"%s\"".formatted("文".repeat(501)));

        assertThat(AssignmentOffice.problems(answer))
                .containsExactly("toOn NOT_IN_ORDER", "basis TOO_LONG", "gridId UNKNOWN", "memberId UNKNOWN");
    }

    @Test
    void answersIdsOfAnotherTypeAsErrors() {
        var post = new TownThing("post", 5, 1);

        assertThat(office.assign(UUID.randomUUID(), post, Town.WILLOW_TWO, "VOLUNTEER", "")
                        .code())
                .isEqualTo("WRONG_ID_TYPE");
    }
}

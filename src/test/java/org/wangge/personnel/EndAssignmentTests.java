package org.wangge.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Graph;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;

/// Ending what somebody is in charge of.
@AssignmentTest
class EndAssignmentTests {
    @Autowired
    Graph graph;

    private AssignmentOffice office;

    @BeforeEach
    void withTheAssignmentsOfTheTownOnly() {
        office = new AssignmentOffice(graph);
        office.tidyUp();
    }

    @Test
    void endsAnAssignment() {
        var answer = office.end(UUID.randomUUID(), TownPeople.LI_LEADS_WILLOW_ONE, 1, "2026-06-01", "换届");

        assertThat(answer.text("done.assignment.toOn")).isEqualTo("2026-06-01");
        assertThat(answer.text("done.assignment.endReason")).isEqualTo("换届");
        assertThat(answer.number("done.assignment.version")).isEqualTo(2);
        assertThat(office.lastEvents(1)).containsExactly("ASSIGNMENT_ENDED 1.1.1.");
    }

    @Test
    void refusesAStaleVersionAndTellsTheCurrentOne() {
        office.end(UUID.randomUUID(), TownPeople.LI_LEADS_WILLOW_ONE, 1, "2026-06-01", "换届");

        var answer = office.end(UUID.randomUUID(), TownPeople.LI_LEADS_WILLOW_ONE, 1, "2026-05-01", "换届");

        assertThat(answer.text("done.refusal.code")).isEqualTo("STALE_VERSION");
        assertThat(answer.number("done.refusal.expected")).isEqualTo(1);
        assertThat(answer.number("done.refusal.current")).isEqualTo(2);
    }

    @Test
    void letsOneOfEightEndAVersion() throws Exception {
        var answers = AssignmentOffice.atOnce(
                8, () -> office.end(UUID.randomUUID(), TownPeople.LI_LEADS_WILLOW_ONE, 1, "2026-06-01", "换届"));

        assertThat(answers).filteredOn(AssignmentOffice::isDone).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !AssignmentOffice.isDone(answer))
                .allSatisfy(answer ->
                        assertThat(answer.number("done.refusal.current")).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 换届, toOn NOT_IN_ORDER",
        "2024-01-01, 换届, toOn NOT_IN_ORDER",
        "2026-01-01, ' ', reason REQUIRED"
    })
    void refusesAnEndThatIsNone(String toOn, String reason, String problem) {
        assertThat(AssignmentOffice.problems(
                        office.end(UUID.randomUUID(), TownPeople.LI_LEADS_WILLOW_ONE, 1, toOn, reason)))
                .containsExactly(problem);
    }

    @Test
    void movesAnEndToAnEarlierDayOnly() {
        office.end(UUID.randomUUID(), TownPeople.LI_LEADS_WILLOW_ONE, 1, "2026-06-01", "换届");

        var later = office.end(UUID.randomUUID(), TownPeople.LI_LEADS_WILLOW_ONE, 2, "2026-07-01", "换届");
        var earlier = office.end(UUID.randomUUID(), TownPeople.LI_LEADS_WILLOW_ONE, 2, "2026-05-01", "换届");

        assertThat(AssignmentOffice.problems(later)).containsExactly("toOn NOT_IN_ORDER");
        assertThat(earlier.text("done.assignment.toOn")).isEqualTo("2026-05-01");
    }

    @Test
    void doesNotEndWhatIsNotThere() {
        var answer = office.end(UUID.randomUUID(), new TownThing("assignment", 4, 999), 1, "2026-06-01", "换届");

        assertThat(AssignmentOffice.problems(answer)).containsExactly("assignmentId UNKNOWN");
    }

    @Test
    void answersRefusalsInTheCallersLanguage() {
        var answer = graph.tester("zh-CN")
                .document(
                        "mutation($input: EndAssignmentInput!) { endAssignment(input: $input) { refusal { message } } }")
                .variable(
                        "input",
                        Map.of(
                                "key",
                                UUID.randomUUID(),
                                "assignmentId",
                                TownPeople.LI_LEADS_WILLOW_ONE.id(),
                                "expectedVersion",
                                9,
                                "toOn",
                                "2026-06-01",
                                "reason",
                                "换届"))
                .execute();

        answer.path("endAssignment.refusal.message").entity(String.class).isEqualTo("内容已被他人更新：您依据的是第9版，现为第1版，请重新读取。");
    }
}

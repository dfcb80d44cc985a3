package org.wangge.issue.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;

/// Who may not see figures of few people learns of none.
@ApiTest
@TestPropertySource(properties = "test.town=statistics")
class SuppressionTests {
    private static final String ASK = """
            query($id: ID!, $from: Date!, $to: Date!) { issueStatistics(within: $id, from: $from, to: $to) {
              figures { ...f } children { grid { name } figures { ...f } }
              breakdown { bySource { source count } } } }
            fragment f on IssueFigures { reported duplicateRate { numerator denominator share isSuppressed }
              proactiveRate { numerator denominator share isSuppressed } handling { count active { mean } } }""";

    @Autowired
    Graph graph;

    private CaseRows rows;

    @BeforeEach
    void withFifteenIssuesAndOne() {
        rows = new CaseRows(graph.database());
        rows.clear();
        var first = rows.reported(Town.EAST_YARD, "2026-03-02", "INCIDENT", "GRID_VISIT");
        IntStream.range(0, 6).forEach(i -> rows.reported(Town.EAST_YARD, "2026-03-02", "INCIDENT", "GRID_VISIT"));
        IntStream.range(0, 5).forEach(i -> rows.reported(Town.EAST_YARD, "2026-03-02"));
        IntStream.range(0, 3)
                .forEach(i -> rows.reported(Town.WEST_YARD, "2026-03-02").mergedInto(first));
        rows.reported(Town.BRIDGE_YARD, "2026-03-02")
                .clock("HANDLE", "2026-03-02", "2026-03-09", "met_at = '2026-03-04 09:00+08'");
    }

    @Test
    void whoHoldsTheRightThereIsToldExactly() {
        for (var account : List.of(TownAccount.EVERYTHING, TownAccount.LEADER, TownAccount.ANALYSIS)) {
            var found = march(graph.as(account), Town.STREET);

            assertThat(found.number("issueStatistics.figures.reported")).isEqualTo(16);
            assertThat(found.number("issueStatistics.figures.duplicateRate.numerator"))
                    .isEqualTo(3);
            assertThat(found.list("issueStatistics.children[*].figures.reported", Integer.class))
                    .containsExactly(1, 15);
            assertThat(found.number("issueStatistics.figures.handling.count")).isEqualTo(1);
        }
    }

    @Test
    void othersAreToldNothingBelowFiveAndTheRestInFives() {
        for (var asking : List.of(
                graph.anonymous(),
                graph.as(TownAccount.ZHANG_WEI),
                graph.as(TownAccount.HANDLER),
                graph.as(TownAccount.SYSTEM_ADMIN))) {
            var found = march(asking, Town.STREET);

            assertThat(found.number("issueStatistics.figures.reported")).isEqualTo(15);
            assertThat(found.isNull("issueStatistics.figures.duplicateRate.numerator"))
                    .isTrue();
            assertThat(found.isNull("issueStatistics.figures.duplicateRate.share"))
                    .isTrue();
            assertThat(found.get("issueStatistics.figures.duplicateRate.isSuppressed", Boolean.class))
                    .isTrue();
            assertThat(found.number("issueStatistics.figures.proactiveRate.numerator"))
                    .isEqualTo(5);
            assertThat(found.text("issueStatistics.children[0].grid.name")).isEqualTo("桥头社区");
            assertThat(found.isNull("issueStatistics.children[0].figures.reported"))
                    .isTrue();
            assertThat(found.isNull("issueStatistics.children[0].figures.proactiveRate.denominator"))
                    .isTrue();
            assertThat(found.isNull("issueStatistics.figures.handling.count")).isTrue();
            assertThat(found.isNull("issueStatistics.figures.handling.active")).isTrue();
            assertThat(found.list("issueStatistics.breakdown.bySource[*].count", Integer.class))
                    .containsExactly(10, 5);
        }
    }

    @Test
    void whoServesAPartIsToldExactlyOfThatPart() {
        var wang = graph.as(TownAccount.WANG);

        assertThat(march(wang, Town.WILLOW_ONE).list("issueStatistics.children[*].figures.reported", Integer.class))
                .containsExactly(12, 3);
        assertThat(march(wang, Town.STREET).number("issueStatistics.figures.reported"))
                .isEqualTo(15);
        assertThat(march(wang, Town.WILLOW).list("issueStatistics.children[*].figures.reported", Integer.class))
                .containsExactly(15, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-04-01,",
        "2026-01-01, 2027-01-01,",
        "2026-03-01, 2026-03-31, NOT_PERMITTED",
        "2026-03-02, 2026-04-01, NOT_PERMITTED"
    })
    void othersAskForWholeMonths(String from, String to, @Nullable String code) {
        var found = ask(graph.as(TownAccount.ZHANG_WEI), Town.STREET, from, to);

        if (code == null) {
            assertThat(found.errors()).isEmpty();
        } else {
            assertThat(found.code()).isEqualTo(code);
            assertThat(ask(graph.as(TownAccount.LEADER), Town.STREET, from, to).errors())
                    .isEmpty();
        }
    }

    private Answer march(Graph asking, TownGrid grid) {
        return ask(asking, grid, "2026-03-01", "2026-04-01");
    }

    private Answer ask(Graph asking, TownGrid grid, String from, String to) {
        rows.write();
        return asking.ask(ASK, Map.of("id", grid.id(), "from", from, "to", to));
    }
}

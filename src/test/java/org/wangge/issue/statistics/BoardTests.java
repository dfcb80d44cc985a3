package org.wangge.issue.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;

/// How a grid stands, on rows made by hand, and live.
@ApiTest
@TestPropertySource(properties = "test.town=statistics")
class BoardTests {
    private static final String COUNTS = """
            grid { name } at counts { open toAccept toDispatch toSign inProgress returned suspended toVerify emergencies
              overdue dueSoon reportedToday closedToday }""";
    private static final String NOW = "query($id: ID!) { board(gridId: $id) { " + COUNTS + " } }";
    private static final String LIVE = "subscription($id: ID!) { board(gridId: $id) { " + COUNTS + " } }";
    /// The first may take long, for a server that has not done it before.
    private static final int ROUNDS = 5;

    private static final String LONG_AGO = "2026-03-02";

    @Autowired
    Graph graph;

    private CaseRows rows;

    @BeforeEach
    void withoutIssues() {
        rows = new CaseRows(graph.database());
        rows.clear();
    }

    @Test
    void countsWhatWaitsForWhom() {
        rows.reported(Town.EAST_YARD, LONG_AGO);
        var whole = rows.reported(Town.EAST_YARD, LONG_AGO).accepted(LONG_AGO);
        rows.reported(Town.EAST_YARD, LONG_AGO).accepted(LONG_AGO).partOf(whole);
        for (var status : new String[] {"DISPATCHED", "IN_PROGRESS", "RETURNED", "SUSPENDED", "HANDLED"}) {
            rows.reported(Town.WEST_YARD, LONG_AGO).is(status);
        }
        rows.reported(Town.WEST_YARD, LONG_AGO).is("IN_PROGRESS").set("urgency = 'EMERGENCY', next_due_at = now()");
        rows.reported(Town.WEST_YARD, LONG_AGO).set("next_due_at = now() + interval '1 hour'");
        rows.reported(Town.WEST_YARD, LONG_AGO).set("next_due_at = now() + interval '3 hours'");
        rows.reported(Town.WEST_YARD, LONG_AGO).is("CLOSED").set("closed_at = now(), updated_at = now()");
        rows.reported(Town.WEST_YARD, LONG_AGO).is("CLOSED").set("closed_at = '2026-03-05', updated_at = '2026-03-05'");
        rows.reported(Town.BRIDGE_YARD, LONG_AGO);

        var board = now(graph, Town.WILLOW);

        assertThat(board.text("board.grid.name")).isEqualTo(Town.WILLOW.name());
        assertThat(count(board, "open")).isEqualTo(10);
        assertThat(count(board, "toAccept")).isEqualTo(3);
        assertThat(count(board, "toDispatch")).isEqualTo(1);
        assertThat(count(board, "toSign")).isEqualTo(1);
        assertThat(count(board, "inProgress")).isEqualTo(2);
        assertThat(count(board, "returned")).isEqualTo(1);
        assertThat(count(board, "suspended")).isEqualTo(1);
        assertThat(count(board, "toVerify")).isEqualTo(1);
        assertThat(count(board, "emergencies")).isEqualTo(1);
        assertThat(count(board, "overdue")).isEqualTo(1);
        assertThat(count(board, "dueSoon")).isEqualTo(1);
        assertThat(count(board, "reportedToday")).isZero();
        assertThat(count(board, "closedToday")).isEqualTo(1);
    }

    @Test
    void isForStaffWhoSeeAllOfTheGrid() {
        assertThat(now(graph.anonymous(), Town.WILLOW).code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(now(graph.as(TownAccount.LI), Town.WILLOW).code()).isEqualTo("NOT_PERMITTED");
        assertThat(now(graph.as(TownAccount.WILLOW_LEADER), Town.STREET).code()).isEqualTo("NOT_PERMITTED");
        assertThat(now(graph.as(TownAccount.WILLOW_LEADER), Town.WILLOW_ONE).errors())
                .isEmpty();
        try (var live = graph.as(TownAccount.LI).socket().subscribe(LIVE, Map.of("id", Town.WILLOW.id()))) {
            assertThat(live.next().toString()).contains("NOT_PERMITTED");
        }
    }

    @Test
    void isToldAtOnceAndAgainWhenItIsDifferent() {
        rows.reported(Town.EAST_YARD, LONG_AGO);
        rows.write();
        try (var live = graph.socket().subscribe(LIVE, Map.of("id", Town.WILLOW.id()))) {
            assertThat(open(live.nextItem())).isEqualTo(1);

            for (var i = 0; i < 30; i++) {
                report(Town.EAST_YARD);
            }
            var frames = 0;
            var open = 1;
            while (open < 31) {
                var told = open(live.nextItem());
                assertThat(told).isGreaterThan(open);
                open = told;
                frames++;
            }

            // Thirty of them, but one look a second.
            assertThat(frames).isLessThan(30);
            assertThat(open).isEqualTo((int) Tables.number(graph.database(), "select count(*) from issue"));
        }
    }

    /// A count is kept for a second: that it is not told as what came after it, only somebody sees who is quicker.
    @Test
    void whoComesLaterIsShownWhatHappenedSince() {
        for (var round = 0; round < ROUNDS; round++) {
            try (var second = graph.socket();
                    var first = graph.socket().subscribe(LIVE, Map.of("id", Town.WILLOW_ONE.id()))) {
                var open = open(first.nextItem());
                report(Town.EAST_YARD);

                second.subscribe(LIVE, Map.of("id", Town.WILLOW_ONE.id()));

                assertThat(open(second.nextItem())).isEqualTo(open + 1);
            }
        }
    }

    private static int open(Map<String, Object> board) {
        return ((Number) ((Map<?, ?>) Objects.requireNonNull(board.get("counts"))).get("open")).intValue();
    }

    private void report(TownGrid grid) {
        graph.ask(
                "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                Map.of(
                        "input",
                        Map.of(
                                "key", UUID.randomUUID().toString(),
                                "category", "STREET_LIGHT",
                                "description", "大屏上要看到的事情",
                                "source", "GRID_PATROL",
                                "gridId", grid.id())));
    }

    private Answer now(Graph somebody, TownGrid grid) {
        rows.write();
        return somebody.ask(NOW, Map.of("id", grid.id()));
    }

    private static int count(Answer board, String name) {
        return board.number("board.counts." + name);
    }
}

package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.clock.ClockDesk.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;

/// A command centre hears where time runs out in its grid, and which due point it was.
@ClockTest
class DeadlineFeedTests {
    private static final String ITEM = """
            kind: __typename cursor
            ... on IssueDeadline { what: kind issueId issue { title } clocks { point breachedAt } }
            ... on IssueEvent { move } ... on IssueLeftScope { issueId }""";
    private static final String LISTEN = "subscription($gridId: ID!) { deadlines(gridId: $gridId) { " + ITEM + " } }";
    private static final String POLL = """
            query($gridId: ID!, $after: EventCursor, $first: Int) {
              deadlines(gridId: $gridId, after: $after, first: $first) { cursor hasMore items { %s } } }""".formatted(ITEM);

    @Autowired
    ClockDesk desk;

    @Autowired
    AlarmScan scan;

    @Autowired
    Graph graph;

    @BeforeEach
    void forgetOthers() {
        TestPostgres.execute(graph.database(), "update issue_alarm set scan_at = null");
    }

    @Test
    void tellsWhichDuePointOfWhichIssue() {
        var cursor = start(graph, Town.WILLOW);
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        try (var live = graph.socket().subscribe(LISTEN, Map.of("gridId", Town.WILLOW.id()))) {
            assertThat(live.nextItem()).containsEntry("kind", "FeedCheckpoint");

            Awaited.the(scan.fireAll(at("2026-03-04 14:11")));

            var told = live.nextItem();
            assertThat(told)
                    .containsEntry("kind", "IssueDeadline")
                    .containsEntry("issueId", issue.id().toString());
            assertThat(told).containsEntry("issue", Map.of("title", "井盖坏了"));
            assertThat(told.get("clocks").toString()).contains("point=SIGN").doesNotContain("HANDLE");
        }
        var polled = poll(graph, Town.WILLOW, cursor, null);
        assertThat(polled.texts("deadlines.items[*].what")).contains("DUE_SOON", "BREACHED", "OVERDUE");
        assertThat(polled.texts("deadlines.items[*].clocks[*].point")).contains("SIGN", "HANDLE");
        assertThat(poll(graph, Town.BRIDGE, cursor, null).list("deadlines.items", Object.class))
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsNoMatterOfTime() {
        var cursor = start(graph, Town.STREET);
        var issue = desk.issue("NORMAL");
        for (var type : List.of("ISSUE_ACCEPTED", "ISSUE_CLOCKS_CHANGED", "ISSUE_ESCALATED", "ISSUE_BREACHED")) {
            event(issue.uuid().toString(), type);
        }

        var polled = poll(graph, Town.STREET, cursor, null);

        assertThat(polled.texts("deadlines.items[*].kind")).containsExactly("IssueEvent", "IssueDeadline");
        assertThat(polled.get("deadlines.hasMore", Boolean.class)).isFalse();
        assertThat(poll(graph, Town.STREET, cursor, 1).get("deadlines.hasMore", Boolean.class))
                .isTrue();
    }

    @Test
    void isForStaffWhoSeeAllOfTheGrid() {
        assertThat(poll(graph.anonymous(), Town.WILLOW, null, null).code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(poll(graph.as(TownAccount.LI), Town.WILLOW, null, null).code())
                .isEqualTo("NOT_PERMITTED");
        assertThat(poll(graph.as(TownAccount.WILLOW_LEADER), Town.WILLOW, null, null)
                        .errors())
                .isEmpty();
        assertThat(poll(graph, Town.WILLOW, null, 0).code()).isEqualTo("INVALID_PAGE");
        try (var live = graph.as(TownAccount.LI).socket().subscribe(LISTEN, Map.of("gridId", Town.WILLOW.id()))) {
            assertThat(live.next().toString()).contains("NOT_PERMITTED");
        }
    }

    private static String start(Graph somebody, TownGrid grid) {
        return poll(somebody, grid, null, null).text("deadlines.cursor");
    }

    private static Answer poll(Graph somebody, TownGrid grid, @Nullable String after, @Nullable Integer first) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("gridId", grid.id());
        variables.put("after", after);
        variables.put("first", first);
        return somebody.ask(POLL, variables);
    }

    private void event(String issue, String type) {
        TestPostgres.execute(graph.database(), """
                with head as (
                  update stream s set n = n + 1
                  from issue i where i.id = '%1$s' and starts_with(i.grid_key, s.grid_key)
                  returning s.no, s.n, i.grid_key, i.version
                )
                insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
                select no, n, '%2$s', '%1$s', version, grid_key, clock_timestamp() from head""".formatted(issue, type));
    }
}

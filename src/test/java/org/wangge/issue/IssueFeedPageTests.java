package org.wangge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.grid.GridId;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;

/// The feed of issues for whoever asks again and again, and issues that go elsewhere.
@ApiTest
@TestPropertySource(properties = {"test.town=polling", "wangge.clock.scan=1h"})
class IssueFeedPageTests {
    private static final String POLL = """
            query($filter: IssueEventFilter, $after: EventCursor, $first: Int) {
              issueEvents(filter: $filter, after: $after, first: $first) { cursor hasMore items {
                kind: __typename cursor
                ... on IssueEvent { issueId move version issue { title } } ... on IssueLeftScope { issueId } } } }""";
    private static final String LISTEN = """
            subscription($filter: IssueEventFilter) { issueEvents(filter: $filter) {
                kind: __typename cursor
                ... on IssueEvent { issueId move } ... on IssueLeftScope { issueId } } }""";

    @Autowired
    Graph graph;

    @Test
    void beginsWhereTheLogStands() {
        report(Town.EAST_YARD, "以前的事情不再说");

        var begun = poll(graph, null, null, null);

        assertThat(begun.list("issueEvents.items", Object.class)).isEmpty();
        assertThat(begun.get("issueEvents.hasMore", Boolean.class)).isFalse();
        var next = report(Town.EAST_YARD, "轮询之后的事情");
        assertThat(ids(poll(graph, null, begun.text("issueEvents.cursor"), null)))
                .containsExactly(next);
    }

    @Test
    void goesOnPageByPageWithoutAGap() {
        var cursor = poll(graph, null, null, null).text("issueEvents.cursor");
        var reported = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            reported.add(report(Town.EAST_YARD, "一页一页地看第" + i));
        }

        var told = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        boolean hasMore;
        do {
            var page = poll(graph, null, cursor, 3);
            told.addAll(ids(page));
            sizes.add(ids(page).size());
            cursor = page.text("issueEvents.cursor");
            hasMore = page.get("issueEvents.hasMore", Boolean.class);
        } while (hasMore);

        assertThat(told).isEqualTo(reported);
        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(ids(poll(graph, null, cursor, 3))).isEmpty();
    }

    @Test
    void tellsOnlyWhatIsAskedForAndSeen() {
        var cursor = poll(graph, null, null, null).text("issueEvents.cursor");
        report(Town.EAST_YARD, "柳村的事情，桥头不看");
        var there = report(Town.BRIDGE_YARD, "桥头社区的事情");

        assertThat(ids(poll(graph, Town.BRIDGE, cursor, null))).containsExactly(there);
        assertThat(ids(poll(graph.as(TownAccount.WILLOW_LEADER), null, cursor, null)))
                .doesNotContain(there);
        assertThat(poll(graph.anonymous(), null, cursor, null).code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(poll(graph, null, cursor, 101).code()).isEqualTo("INVALID_PAGE");
        assertThat(poll(graph, null, "bm90IG91cnM", null).code()).isEqualTo("INVALID_CURSOR");
    }

    @Test
    void tellsWhoListensThereThatAnIssueWentElsewhere() {
        var cursor = poll(graph, null, null, null).text("issueEvents.cursor");
        var id = report(Town.EAST_YARD, "报错了地方的事情");
        try (var east = listen(Town.WILLOW);
                var whole = listen(Town.STREET)) {
            assertThat(east.nextItem()).containsEntry("kind", "FeedCheckpoint");
            assertThat(whole.nextItem()).containsEntry("kind", "FeedCheckpoint");

            var moved = accept(id, Town.BRIDGE_YARD.id());

            assertThat(moved.text("acceptIssue.issue.grid.name")).isEqualTo(Town.BRIDGE_YARD.name());
            assertThat(east.nextItem()).containsEntry("kind", "IssueLeftScope").containsEntry("issueId", id);
            assertThat(whole.nextItem()).containsEntry("move", "ACCEPT");
            assertThat(whole.poll(300)).isNull();
        }
        assertThat(poll(graph, Town.WILLOW, cursor, null).texts("issueEvents.items[*].kind"))
                .containsExactly("IssueEvent", "IssueLeftScope");
        assertThat(poll(graph, Town.BRIDGE, cursor, null).texts("issueEvents.items[*].move"))
                .containsExactly("ACCEPT");
    }

    @Test
    void issuesStayInTheirSubdistrict() {
        var id = report(Town.EAST_YARD, "哪里也去不了的事情");

        var refused = accept(id, new GridId(UUID.randomUUID()).toString());

        assertThat(refused.text("acceptIssue.refusal.code")).isEqualTo("INPUT_REJECTED");
        assertThat(refused.texts("acceptIssue.refusal.problems[*].path")).containsExactly("gridId");
    }

    private Socket listen(TownGrid within) {
        return graph.socket().subscribe(LISTEN, Map.of("filter", Map.of("within", within.id())));
    }

    private Answer accept(String id, String grid) {
        return graph.ask(
                """
                mutation($input: AcceptIssueInput!) { acceptIssue(input: $input) { issue { grid { name } }
                  refusal { code ... on InputRejected { problems { path } } } } }""",
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "issueId",
                                id,
                                "expectedVersion",
                                1,
                                "gridId",
                                grid,
                                "notDuplicateBecause",
                                "另一件事情")));
    }

    private static Answer poll(
            Graph somebody, @Nullable TownGrid within, @Nullable String after, @Nullable Integer first) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("filter", within == null ? null : Map.of("within", within.id()));
        variables.put("after", after);
        variables.put("first", first);
        return somebody.ask(POLL, variables);
    }

    private static List<String> ids(Answer page) {
        return page.texts("issueEvents.items[*].issueId");
    }

    private String report(TownGrid grid, String description) {
        return graph.report(grid, "STREET_LIGHT", description).text("reportIssue.issue.id");
    }
}

package org.wangge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;

@ApiTest
class IssueEventsTests {
    private static final String EVENTS = """
            subscription($filter: IssueEventFilter, $after: EventCursor) {
              issueEvents(filter: $filter, after: $after) {
                kind: __typename cursor
                ... on IssueEvent { issueId move version issue { title grid { name } } }
                ... on FeedCheckpoint { caughtUp }
              }
            }""";

    @Autowired
    Graph graph;

    @Test
    void startsWithACheckpointAndTellsWhatHappens() {
        try (var feed = subscribe(null, null)) {
            assertThat(feed.nextItem()).containsEntry("kind", "FeedCheckpoint").containsEntry("caughtUp", true);

            var reported = report(Town.EAST_YARD, "东院的路灯不亮了");

            var event = feed.nextItem();
            assertThat(event).containsEntry("issueId", reported.text("reportIssue.issue.id"));
            assertThat(event).containsEntry("move", "REPORT").containsEntry("version", 1);
            assertThat(event.get("issue")).isEqualTo(Map.of("title", "东院的路灯不亮了", "grid", Map.of("name", "东院")));
        }
    }

    @Test
    void tellsWhatWasMissedAfterACursorAndThenGoesOn() {
        var first = report(Town.EAST_YARD, "第一件事情").text("reportIssue.cursor");
        var missed = List.of(id(report(Town.EAST_YARD, "第二件事情")), id(report(Town.WEST_YARD, "第三件事情")));

        try (var feed = subscribe(null, first)) {
            assertThat(feed.nextItems(2))
                    .extracting(item -> item.get("issueId"))
                    .isEqualTo(missed);
            assertThat(feed.nextItem()).containsEntry("kind", "FeedCheckpoint");
            var live = id(report(Town.EAST_YARD, "第四件事情"));
            assertThat(feed.nextItem()).containsEntry("issueId", live);
        }
    }

    @Test
    void goesOnAfterThePositionOfAPage() {
        var asOf = graph.ask("{ issues(first: 1) { asOf } }").text("issues.asOf");
        var next = id(report(Town.EAST_YARD, "页面之后的事情"));

        try (var feed = subscribe(null, asOf)) {
            var told = new ArrayList<Object>();
            for (var item = feed.nextItem(); !"FeedCheckpoint".equals(item.get("kind")); item = feed.nextItem()) {
                told.add(item.get("issueId"));
            }
            assertThat(told).endsWith(next);
        }
    }

    @Test
    void tellsOnlyWhatHappensInTheGrid() {
        try (var feed = subscribe(Town.BRIDGE, null)) {
            assertThat(feed.nextItem()).containsEntry("kind", "FeedCheckpoint");

            report(Town.EAST_YARD, "柳村的事情不说");
            var told = id(report(Town.TOWER_YARD, "桥头社区的事情"));

            assertThat(feed.nextItem()).containsEntry("issueId", told);
        }
    }

    @Test
    void passesOnEveryCursorOnItsOwn() {
        var start = report(Town.EAST_YARD, "从这里开始").text("reportIssue.cursor");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.add(id(report(Town.EAST_YARD, "接连发生的事情之" + i)));
        }
        List<Map<String, Object>> all;
        try (var feed = subscribe(null, start)) {
            all = feed.nextItems(5);
        }

        for (int i = 0; i < 4; i++) {
            try (var feed = subscribe(null, String.valueOf(all.get(i).get("cursor")))) {
                assertThat(feed.nextItem()).containsEntry("issueId", ids.get(i + 1));
            }
        }
    }

    @Test
    void refusesACursorThatItDidNotGive() {
        try (var feed = subscribe(null, "bm90IG91cnM")) {
            assertThat(feed.next().toString()).contains("INVALID_CURSOR");
        }
    }

    @Test
    void saysWhenEventsAreNoLongerKept() {
        var old = report(Town.EAST_YARD, "很久以前的事情").text("reportIssue.cursor");
        report(Town.EAST_YARD, "已被清理的事情");
        TestPostgres.execute(graph.database(), "update stream set kept_after = n; delete from event");
        report(Town.EAST_YARD, "之后的事情");

        try (var feed = subscribe(null, old)) {
            assertThat(feed.nextItem()).containsEntry("kind", "FeedGap");
        }
    }

    @Test
    void saysWhenTheLogWasRestoredAndTellsTheEventsOfTheNewOne() {
        var before = report(Town.EAST_YARD, "恢复之前的事情").text("reportIssue.cursor");
        report(Town.EAST_YARD, "备份里没有的事情");
        TestPostgres.execute(
                graph.database(),
                "delete from event e using stream s where e.stream_no = s.no and e.n = s.n;"
                        + " update stream set n = n - 1, epoch = epoch + 1");
        report(Town.EAST_YARD, "恢复之后的事情");

        try (var feed = subscribe(null, before)) {
            assertThat(feed.nextItem()).containsEntry("kind", "FeedGap");
            assertThat(feed.nextItem()).containsEntry("kind", "FeedCheckpoint");
        }
        try (var feed = subscribe(null, null)) {
            feed.nextItem();
            var live = report(Town.EAST_YARD, "新纪元的事情");
            assertThat(feed.nextItem()).containsEntry("issueId", id(live));
        }
    }

    private Socket subscribe(@Nullable TownGrid within, @Nullable String after) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("after", after);
        variables.put("filter", within == null ? null : Map.of("within", within.id()));
        return graph.socket().subscribe(EVENTS, variables);
    }

    private Answer report(TownGrid grid, String description) {
        return graph.report(grid, "STREET_LIGHT", description);
    }

    private static String id(Answer reported) {
        return reported.text("reportIssue.issue.id");
    }
}

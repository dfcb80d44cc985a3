package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.flow.Colleagues.WORKS_OFFICE;
import static org.wangge.issue.flow.Matter.to;
import static org.wangge.town.TownPeople.ENFORCEMENT_OFFICE;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;

/// Each member hears of the orders that they or their department have in hand, from when they are given
/// until they end, and of nobody else's.
@ApiTest
@Import(Colleagues.class)
@TestPropertySource(properties = {"test.town=orders", "wangge.clock.scan=1h"})
class OrderFeedTests {
    private static final String ITEM = """
            kind: __typename cursor
            ... on WorkOrderEvent { issueId move deadline version workOrders { status issue { title } } }""";
    private static final String LISTEN =
            "subscription($after: EventCursor) { myWorkOrders(after: $after) { " + ITEM + " } }";
    private static final String POLL = """
            query($after: EventCursor, $first: Int) {
              myWorkOrderEvents(after: $after, first: $first) { cursor hasMore items { %s } } }""".formatted(ITEM);

    @Autowired
    Graph graph;

    @Autowired
    Colleagues colleagues;

    @Test
    void tellsOfAnOrderFromWhenItIsGivenUntilItEnds() {
        var before = start(colleagues.xu());
        try (var feed = listen(colleagues.xu(), null)) {
            assertThat(feed.nextItem()).containsEntry("kind", "FeedCheckpoint");

            var matter = accepted("人行道的砖松了，下雨天溅水");
            matter.done(colleagues.dispatcher(), "dispatchIssue", to(WORKS_OFFICE));
            matter.done(colleagues.xu(), "signOrder", Map.of());
            sentBack(matter, colleagues.xu());
            upheld(matter);
            matter.done(colleagues.luo(), "signOrder", Map.of());

            var told = feed.nextItems(4);
            assertThat(told)
                    .extracting(item -> item.get("move"))
                    .containsExactly("DISPATCH", "SIGN", "RETURN", "RULE_RETURN");
            assertThat(told)
                    .allSatisfy(item -> assertThat(item)
                            .containsEntry("issueId", matter.id())
                            .containsEntry("deadline", null));
            assertThat(String.valueOf(told.get(2))).contains("RETURNED").contains("人行道的砖松了");
            assertThat(feed.poll(300)).as("what others do with it").isNull();
        }
        assertThat(poll(colleagues.xu(), before, null).texts("myWorkOrderEvents.items[*].move"))
                .containsExactly("DISPATCH", "SIGN", "RETURN", "RULE_RETURN");
        assertThat(poll(colleagues.luo(), before, null).texts("myWorkOrderEvents.items[*].move"))
                .containsExactly("RULE_RETURN", "SIGN");
        assertThat(poll(colleagues.courier(), before, null).list("myWorkOrderEvents.items", Object.class))
                .isEmpty();
    }

    @Test
    void tellsTheOthersOfTheOfficeUntilOneHasSigned() {
        var before = start(colleagues.he());
        var matter = accepted("路口的护栏被撞歪了");
        matter.done(colleagues.dispatcher(), "dispatchIssue", to(WORKS_OFFICE));
        matter.done(colleagues.xu(), "signOrder", Map.of());
        matter.done(colleagues.xu(), "addProcess", Map.of("text", "已到现场查看，明天修复"));

        assertThat(poll(colleagues.he(), before, null).texts("myWorkOrderEvents.items[*].move"))
                .containsExactly("DISPATCH", "SIGN");
        assertThat(poll(colleagues.xu(), before, null).texts("myWorkOrderEvents.items[*].move"))
                .containsExactly("DISPATCH", "SIGN", "ADD_PROCESS");
    }

    @Test
    void goesOnPageByPageAndAfterEachCursorOnItsOwn() {
        var before = start(colleagues.xu());
        var matter = accepted("窨井盖响，夜里吵得睡不着");
        matter.done(colleagues.dispatcher(), "dispatchIssue", to(WORKS_OFFICE));
        matter.done(colleagues.xu(), "signOrder", Map.of());

        var first = poll(colleagues.xu(), before, 1);
        assertThat(first.texts("myWorkOrderEvents.items[*].move")).containsExactly("DISPATCH");
        assertThat(first.get("myWorkOrderEvents.hasMore", Boolean.class)).isTrue();
        var cursor = first.text("myWorkOrderEvents.cursor");
        assertThat(poll(colleagues.xu(), cursor, 1).texts("myWorkOrderEvents.items[*].move"))
                .containsExactly("SIGN");
        try (var feed = listen(colleagues.xu(), cursor)) {
            assertThat(feed.nextItem()).containsEntry("move", "SIGN");
            assertThat(feed.nextItem()).containsEntry("kind", "FeedCheckpoint");
        }
    }

    @Test
    void tellsOfDuePointsWhileTheOrderIsInHand() {
        var matter = accepted("绿化带里的水管一直在漏");
        matter.done(colleagues.dispatcher(), "dispatchIssue", to(WORKS_OFFICE));
        var before = start(colleagues.he());
        event(matter, "ISSUE_DUE_SOON");

        var told = poll(colleagues.he(), before, null);

        assertThat(told.texts("myWorkOrderEvents.items[*].deadline")).containsExactly("DUE_SOON");
        assertThat(told.list("myWorkOrderEvents.items[*].move", Object.class)).containsOnlyNulls();
    }

    @Test
    void whoLeftTheOfficeHearsOfItsOrdersNoMore() {
        var matter = accepted("公厕的灯坏了三天没人管");
        matter.done(colleagues.dispatcher(), "dispatchIssue", to(WORKS_OFFICE));
        try (var feed = listen(colleagues.he(), null)) {
            feed.nextItem();

            execute("update member set department_id = '%s' where name = '何工'".formatted(ENFORCEMENT_OFFICE.uuid()));
            event(matter, "ISSUE_DUE_SOON");

            assertThat(feed.poll(500)).isNull();
        } finally {
            execute("update member set department_id = '%s' where name = '何工'".formatted(WORKS_OFFICE.uuid()));
        }
    }

    @Test
    void isForMembers() {
        assertThat(poll(graph.anonymous(), null, null).code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(poll(graph.as(TownAccount.ZHANG_WEI), null, null).code()).isEqualTo("NOT_PERMITTED");
        assertThat(poll(colleagues.xu(), null, 101).code()).isEqualTo("INVALID_PAGE");
        try (var feed = listen(graph.as(TownAccount.ZHANG_WEI), null)) {
            assertThat(feed.next().toString()).contains("NOT_PERMITTED");
        }
    }

    private static Socket listen(Graph somebody, @Nullable String after) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("after", after);
        return somebody.socket().subscribe(LISTEN, variables);
    }

    private static String start(Graph somebody) {
        return poll(somebody, null, null).text("myWorkOrderEvents.cursor");
    }

    private static Answer poll(Graph somebody, @Nullable String after, @Nullable Integer first) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("after", after);
        variables.put("first", first);
        return somebody.ask(POLL, variables);
    }

    private Matter accepted(String text) {
        var matter = Matter.reported(
                graph.as(TownAccount.ZHANG_WEI),
                Map.of(
                        "type", "DEMAND",
                        "category", "NOISE",
                        "description", text,
                        "source", "RESIDENT_APP",
                        "point", Map.of("longitude", 104.015, "latitude", 30.81, "system", "CGCS2000")));
        matter.done(graph.as(TownAccount.INTAKE), "acceptIssue", Map.of("notDuplicateBecause", "另一件事情"));
        return matter;
    }

    private static void sentBack(Matter matter, Graph by) {
        matter.done(by, "returnOrder", Map.of("reason", "NOT_MY_DUTY", "note", "不归我们管", "suggestedOwner", "执法办"));
    }

    private void upheld(Matter matter) {
        Map<String, Object> ruling = new HashMap<>(to(ENFORCEMENT_OFFICE));
        ruling.putAll(Map.of("ruling", "UPHELD", "reason", "改派综合执法"));
        matter.done(colleagues.dispatcher(), "ruleReturn", ruling);
    }

    /// As the scan of due points writes it.
    private void event(Matter matter, String type) {
        execute("""
                with head as (
                  update stream s set n = n + 1
                  from issue i where i.id = '%1$s' and starts_with(i.grid_key, s.grid_key)
                  returning s.no, s.n, i.grid_key, i.version
                )
                insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
                select no, n, '%2$s', '%1$s', version, grid_key, clock_timestamp() from head""".formatted(matter.uuid(), type));
    }

    private void execute(String sql) {
        TestPostgres.execute(graph.database(), sql);
    }
}

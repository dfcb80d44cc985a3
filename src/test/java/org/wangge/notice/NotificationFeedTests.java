package org.wangge.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.notice.Teller.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;

/// What one is told comes in order, after a cursor from where one was, and is one's own.
@NoticeTest
class NotificationFeedTests {
    private static final String FEED = """
            subscription($after: EventCursor) {
              myNotifications(after: $after) {
                kind: __typename cursor
                ... on NotificationEvent { notification { no kind text(locale: "zh") readAt } }
              }
            }""";

    @Autowired
    Graph graph;

    @Autowired
    Teller teller;

    @Test
    void tellsOnesOwnInOrderAndNobodyElses() {
        try (var mine = listen(TownAccount.ZHANG_WEI, null);
                var hers = listen(TownAccount.NEWCOMER, null)) {
            assertThat(mine.nextItem()).containsEntry("kind", "FeedCheckpoint");
            assertThat(hers.nextItem()).containsEntry("kind", "FeedCheckpoint");

            IntStream.range(0, 10).forEach(i -> {
                teller.tell(notice(TownAccount.LI, "不是他的"));
                teller.tell(notice(TownAccount.ZHANG_WEI, "第" + i + "次"));
            });
            teller.tell(notice(TownAccount.NEWCOMER, "她的"));

            var told = mine.nextItems(10);
            assertThat(texts(told))
                    .isEqualTo(IntStream.range(0, 10)
                            .mapToObj(i -> "“路灯不亮”被催办：第" + i + "次")
                            .toList());
            assertThat(numbers(told)).isEqualTo(following(numbers(told).getFirst(), 10));
            assertThat(texts(hers.nextItems(1))).containsExactly("“路灯不亮”被催办：她的");
        }
    }

    @Test
    void tellsWhatWasMissedAfterACursorAndThenGoesOn() {
        String cursor;
        try (var feed = listen(TownAccount.LI_NA, null)) {
            feed.nextItem();
            teller.tell(notice(TownAccount.LI_NA, "在场时"));
            cursor = String.valueOf(feed.nextItem().get("cursor"));
        }
        teller.tell(notice(TownAccount.LI_NA, "离开后一"));
        teller.tell(notice(TownAccount.ZHANG_WEI, "别人的"));
        teller.tell(notice(TownAccount.LI_NA, "离开后二"));

        try (var feed = listen(TownAccount.LI_NA, cursor)) {
            assertThat(texts(feed.nextItems(2))).containsExactly("“路灯不亮”被催办：离开后一", "“路灯不亮”被催办：离开后二");
            assertThat(feed.nextItem()).containsEntry("kind", "FeedCheckpoint");
            teller.tell(notice(TownAccount.LI_NA, "回来后"));
            assertThat(texts(feed.nextItems(1))).containsExactly("“路灯不亮”被催办：回来后");
        }
    }

    @Test
    void goesOnAfterThePositionOfThePage() {
        var asOf = graph.as(TownAccount.OUYANG)
                .ask("{ myNotifications(first: 1) { asOf } }")
                .text("myNotifications.asOf");
        teller.tell(notice(TownAccount.OUYANG, "页面之后"));

        try (var feed = listen(TownAccount.OUYANG, asOf)) {
            var item = feed.nextItem();
            while ("FeedCheckpoint".equals(item.get("kind"))) {
                item = feed.nextItem();
            }
            assertThat(texts(List.of(item))).containsExactly("“路灯不亮”被催办：页面之后");
        }
    }

    @Test
    void endsWithTheAccount() {
        var feed = listen(TownAccount.HANDLER, null);
        feed.nextItem();

        TestPostgres.execute(
                graph.database(),
                "update account set disabled_at = now() where id = '" + TownAccount.HANDLER.uuid() + "'");
        teller.tell(notice(TownAccount.HANDLER, "注销之后"));

        assertThat(feed.closing()).isEqualTo(new Socket.Closing(4403, "TOKEN_REVOKED"));
        assertThat(feed.poll(0))
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        last -> assertThat(String.valueOf(last)).doesNotContain("注销之后"));
    }

    @Test
    void isForThoseWhoAreSignedIn() {
        assertThat(graph.anonymous().ask("{ myNotifications { nodes { id } } }").code())
                .isEqualTo("SIGN_IN_REQUIRED");
        assertThat(graph.anonymous().ask("{ unreadNotificationCount }").code()).isEqualTo("SIGN_IN_REQUIRED");
    }

    private Socket listen(TownAccount account, @Nullable String after) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("after", after);
        return graph.as(account).socket().subscribe(FEED, variables);
    }

    private static List<String> texts(List<Map<String, Object>> items) {
        return items.stream().map(item -> value(item, "text")).toList();
    }

    private static List<Integer> numbers(List<Map<String, Object>> items) {
        return items.stream().map(item -> Integer.valueOf(value(item, "no"))).toList();
    }

    private static List<Integer> following(int first, int count) {
        return IntStream.range(first, first + count).boxed().toList();
    }

    private static String value(Map<String, Object> item, String field) {
        return item.get("notification") instanceof Map<?, ?> notification
                ? String.valueOf(notification.get(field))
                : "none in " + item;
    }
}

package org.wangge.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.notice.Teller.notice;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.access.Standings;
import org.wangge.refusal.Problem;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// One's notifications as a list, and what one has read of them.
@NoticeTest
class MyNotificationsTests {
    private static final String LIST =
            "{ unreadNotificationCount myNotifications { nodes { id kind text readAt } total { amount } } }";
    private static final String MARK = """
            mutation($input: MarkNotificationsReadInput!) {
              markNotificationsRead(input: $input) {
                notifications { readAt } unreadNotificationCount replayed refusal { code }
              }
            }""";

    @Autowired
    Graph graph;

    @Autowired
    Teller teller;

    @Autowired
    Standings standings;

    @BeforeEach
    void leaveNothingToRead() {
        TestPostgres.execute(graph.database(), "update notification set recipient = 'nobody:' || id");
    }

    @Test
    void areListedTheNewestFirstInTheReadersLanguage() {
        teller.tell(Teller.NOW, "1", notice(TownAccount.LI, "早"));
        teller.tell(Teller.NOW.plusSeconds(60), "1", notice(TownAccount.LI, "晚"));
        teller.tell(notice(TownAccount.ZHANG_WEI, "别人的"));

        var answer = graph.as(TownAccount.LI).ask(LIST);

        assertThat(answer.texts("myNotifications.nodes[*].text"))
                .containsExactly("“路灯不亮” is urged: 晚", "“路灯不亮” is urged: 早");
        assertThat(answer.number("myNotifications.total.amount")).isEqualTo(2);
        assertThat(answer.number("unreadNotificationCount")).isEqualTo(2);
    }

    @Test
    void areMarkedAsReadOnceEach() {
        teller.tell(notice(TownAccount.LI, "一"), notice(TownAccount.LI, "二"), notice(TownAccount.LI, "三"));
        var li = graph.as(TownAccount.LI);
        var first = li.ask(LIST).texts("myNotifications.nodes[*].id").getFirst();

        var marked = mark(li, List.of(first));

        assertThat(marked.number("markNotificationsRead.unreadNotificationCount"))
                .isEqualTo(2);
        assertThat(marked.texts("markNotificationsRead.notifications[*].readAt"))
                .hasSize(1);
        assertThat(li.ask("{ myNotifications(filter: {isUnread: true}) { nodes { id } } }")
                        .texts("myNotifications.nodes[*].id"))
                .hasSize(2)
                .doesNotContain(first);
        assertThat(mark(li, null).number("markNotificationsRead.unreadNotificationCount"))
                .isZero();
    }

    @Test
    void areMarkedTwoHundredAtATimeAlsoWhereListsMayBeLonger() {
        var ids = Collections.nCopies(201, new NotificationId(UUID.randomUUID()));
        var input = new MarkNotificationsReadInput(UUID.randomUUID(), ids);

        var tooMany = new Refusal.InputRejected(List.of(Problem.of("ids", ProblemCode.OUT_OF_RANGE, 0, 200)));
        assertThatThrownBy(input::check)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(tooMany));
    }

    @Test
    void ofOthersAreNeitherReadNorMarkedNorFound() {
        teller.tell(notice(TownAccount.ZHANG_WEI, "他的"));
        var his = graph.as(TownAccount.ZHANG_WEI)
                .ask(LIST)
                .texts("myNotifications.nodes[*].id")
                .getFirst();

        assertThat(mark(graph.as(TownAccount.LI), List.of(his)).texts("markNotificationsRead.notifications[*].readAt"))
                .isEmpty();
        assertThat(graph.as(TownAccount.LI)
                        .ask("query($id: ID!) { nodes(ids: [$id]) { id } }", Map.of("id", his))
                        .list("nodes", Object.class))
                .containsOnlyNulls();
        assertThat(graph.as(TownAccount.ZHANG_WEI).ask(LIST).number("unreadNotificationCount"))
                .isEqualTo(1);
    }

    @Test
    void fromBeforeThereWasAnAccountAreSeenWhenThereIsOne() {
        teller.tell(
                notice("resident:" + TownHomes.LIU.uuid(), NoticeKind.ISSUE_ACCEPTED, UUID.randomUUID(), "水管"),
                notice("member:" + TownPeople.CHEN.uuid(), NoticeKind.URGED, UUID.randomUUID(), "井盖"));
        bind("resident_id = '" + TownHomes.LIU.uuid() + "'", TownAccount.NEWCOMER);

        try {
            var answer = graph.as(TownAccount.NEWCOMER).ask(LIST);
            assertThat(answer.texts("myNotifications.nodes[*].text")).containsExactly("“水管” was accepted.");
            assertThat(mark(graph.as(TownAccount.NEWCOMER), null)
                            .number("markNotificationsRead.unreadNotificationCount"))
                    .isZero();
        } finally {
            bind("resident_id = null", TownAccount.NEWCOMER);
        }
    }

    @Test
    void refuseTooManyAtOnce() {
        var id = new NotificationId(UUID.randomUUID()).toString();

        assertThat(mark(graph.as(TownAccount.LI), java.util.Collections.nCopies(201, id))
                        .code())
                .isEqualTo("LIST_TOO_LONG");
    }

    private void bind(String set, TownAccount account) {
        TestPostgres.execute(graph.database(), "update account set " + set + " where id = '" + account.uuid() + "'");
        standings.forget(account.uuid());
    }

    private static Answer mark(Graph graph, @Nullable List<String> ids) {
        Map<String, @Nullable Object> input = new HashMap<>();
        input.put("key", UUID.randomUUID().toString());
        input.put("ids", ids);
        return graph.ask(MARK, Map.of("input", input));
    }
}

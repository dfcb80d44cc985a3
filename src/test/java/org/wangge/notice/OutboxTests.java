package org.wangge.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.notice.Teller.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.wangge.access.personal.CellPlace;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import reactor.core.publisher.Mono;

/// What leaves the house: by one node each, not at night, and again when it could not be handed over.
@NoticeTest
class OutboxTests {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-03-02T15:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-02T23:00:00Z");
    private static final String PHONE = "+8613912340001";

    @Autowired
    Graph graph;

    @Autowired
    Teller teller;

    @Autowired
    DatabaseClient database;

    @Autowired
    MessageAddresses addresses;

    private final Queue<Message> sent = new ConcurrentLinkedQueue<>();

    /// Hands over to a list, or fails.
    private final class Gateway implements Messenger {
        private boolean isDown;

        @Override
        public Set<Channel> channels() {
            return EnumSet.allOf(Channel.class);
        }

        @Override
        public Mono<Void> send(Message message) {
            return Mono.fromRunnable(() -> {
                if (isDown) {
                    throw new IllegalStateException("down");
                }
                sent.add(message);
            });
        }
    }

    @BeforeEach
    void giveThemPhones() {
        var keyring = TestPostgres.keyring();
        var him = TownAccount.ZHANG_WEI.uuid();
        TestPostgres.execute(
                graph.database(), "delete from notice_outbox; delete from account_phone; delete from account_wechat");
        TestPostgres.execute(
                graph.database(),
                "insert into account_phone (account_id, phone_index, phone_cell, phone_mask, bound_at) values ('" + him
                        + "', '\\x01', '\\x" + hex(keyring.seal(PHONE, new CellPlace("account.phone", him)))
                        + "', '139****0001', now())");
        var row = UUID.randomUUID();
        TestPostgres.execute(
                graph.database(),
                "insert into account_wechat (id, openid_index, openid_cell, account_id, bound_at) values ('" + row
                        + "', '\\x02', '\\x" + hex(keyring.seal("openid-of-li", new CellPlace("account.openid", row)))
                        + "', '" + TownAccount.LI.uuid() + "', now())");
    }

    @Test
    void goesByWeChatOrByTextMessageToWhoeverHasOne() {
        teller.tell(
                NOON,
                "1",
                notice(TownAccount.LI, "一"),
                notice(TownAccount.ZHANG_WEI, "二"),
                notice(TownAccount.WANG, "三"));

        assertThat(Awaited.the(node(NOON, new Gateway()).deliverWhatIsDue())).isEqualTo(2);
        assertThat(sent)
                .extracting(Message::channel, Message::address, Message::text)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Channel.WECHAT, "openid-of-li", "“路灯不亮”被催办：一"),
                        org.assertj.core.groups.Tuple.tuple(Channel.SMS, PHONE, "“路灯不亮”被催办：二"));
        assertThat(sent.toString()).doesNotContain("openid-of-li", PHONE.substring(3));
    }

    @Test
    void goesToThePhoneThatWasLeftWithAReport() {
        var issue = report(Map.of("contact", Map.of("name", "刘阿姨", "phone", "139 1234 0002")));
        teller.tell(
                NOON,
                "1",
                new NewNotice(new Recipient.Phone(issue), NoticeKind.ISSUE_ACCEPTED, issue, List.of("路灯不亮")));

        Awaited.the(node(NOON, new Gateway()).deliverWhatIsDue());

        assertThat(sent).extracting(Message::address).containsExactly("139 1234 0002");
        assertThat(sent).extracting(Message::subjectId).containsExactly(GlobalId.encode("issue", issue));
    }

    @Test
    void leavesOnceWhenTwoNodesSend() {
        for (int i = 0; i < 10; i++) {
            var told = new ArrayList<NewNotice>();
            for (int j = 0; j < 30; j++) {
                told.add(notice(TownAccount.LI, i + "-" + j));
            }
            teller.tell(NOON, "1", told.toArray(NewNotice[]::new));
        }

        var counts = Awaited.the(
                Mono.zip(
                        node(NOON, new Gateway()).deliverWhatIsDue(),
                        node(NOON, new Gateway()).deliverWhatIsDue(),
                        node(NOON, new Gateway()).deliverWhatIsDue()),
                Duration.ofSeconds(30));

        assertThat(counts.getT1() + counts.getT2() + counts.getT3()).isEqualTo(300);
        assertThat(sent).hasSize(300).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(states()).containsOnly("SENT");
        assertThat(Awaited.the(node(NOON.plusSeconds(86_400), new Gateway()).deliverWhatIsDue()))
                .isZero();
    }

    @Test
    void waitsForTheMorningUnlessItIsAnEmergency() {
        teller.tell(NIGHT, "1", notice(TownAccount.LI, "夜里的小事"));
        var gas = report(Map.of("category", "GAS_SUPPLY"));
        teller.tell(NIGHT, "1", notice(TownAccount.LI.actor(), NoticeKind.ORDER_RECEIVED, gas, "燃气泄漏"));

        assertThat(Awaited.the(node(NIGHT, new Gateway()).deliverWhatIsDue())).isEqualTo(1);
        assertThat(sent).extracting(Message::text).containsExactly("您有新工单：“燃气泄漏”。");
        assertThat(Awaited.the(node(MORNING.minusSeconds(1), new Gateway()).deliverWhatIsDue()))
                .isZero();
        assertThat(Awaited.the(node(MORNING, new Gateway()).deliverWhatIsDue())).isEqualTo(1);
    }

    @Test
    void waitsForTheMorningWhenTheNightCameBetween() {
        teller.tell(NOON, "1", notice(TownAccount.LI, "白天没发出去"));

        assertThat(Awaited.the(node(NIGHT, new Gateway()).deliverWhatIsDue())).isZero();
        assertThat(Awaited.the(node(MORNING, new Gateway()).deliverWhatIsDue())).isEqualTo(1);
    }

    @Test
    void isTriedAgainLaterAndLaterAndNotForEver() {
        var gateway = new Gateway();
        gateway.isDown = true;
        var gas = report(Map.of("category", "GAS_SUPPLY"));
        teller.tell(NOON, "1", notice(TownAccount.LI.actor(), NoticeKind.ORDER_RECEIVED, gas, "燃气泄漏"));
        var at = NOON;
        for (int tries = 1; tries <= 8; tries++) {
            assertThat(Awaited.the(node(at, gateway).deliverWhatIsDue())).isZero();
            var again = at.plus(OutboxQueue.wait(tries));
            assertThat(Awaited.the(node(again.minusSeconds(1), gateway).deliverWhatIsDue()))
                    .isZero();
            assertThat(teller.column("select tries from notice_outbox")).containsExactly(String.valueOf(tries));
            at = again;
        }

        assertThat(states()).containsExactly("FAILED");
        assertThat(OutboxQueue.wait(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(OutboxQueue.wait(8)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void isSentByAnotherWhenANodeDiesWithIt() {
        teller.tell(NOON, "1", notice(TownAccount.LI, "接手"));
        var queue = queue(NOON);
        Awaited.the(queue.take(EnumSet.allOf(Channel.class), NOON).collectList());

        assertThat(Awaited.the(node(NOON.plusSeconds(60), new Gateway()).deliverWhatIsDue()))
                .isZero();
        assertThat(Awaited.the(node(NOON.plus(OutboxQueue.LEASE), new Gateway()).deliverWhatIsDue()))
                .isEqualTo(1);
    }

    @Test
    void isGivenUpWhereNobodyCanBeReachedAnyMore() {
        teller.tell(NOON, "1", notice(TownAccount.ZHANG_WEI, "换号"));
        TestPostgres.execute(graph.database(), "delete from account_phone");

        assertThat(Awaited.the(node(NOON, new Gateway()).deliverWhatIsDue())).isZero();
        assertThat(states()).containsExactly("FAILED");
    }

    private NoticeDelivery node(Instant now, Messenger messenger) {
        return new NoticeDelivery(queue(now), addresses, provider(messenger), Clock.fixed(now, HERE));
    }

    private OutboxQueue queue(Instant now) {
        return new OutboxQueue(database, new QuietHours(Clock.fixed(now, HERE)));
    }

    private static ObjectProvider<Messenger> provider(Messenger messenger) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("messenger", messenger);
        return beans.getBeanProvider(Messenger.class);
    }

    private List<String> states() {
        return teller.column("select distinct state from notice_outbox");
    }

    private UUID report(Map<String, Object> more) {
        var input = new java.util.HashMap<String, Object>(Map.of(
                "key", UUID.randomUUID().toString(),
                "category", "STREET_LIGHT",
                "description", "路灯不亮已经三天",
                "source", "PHONE",
                "gridId", Town.EAST_YARD.id()));
        input.putAll(more);
        var id = graph.ask(
                        "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                        Map.of("input", input))
                .text("reportIssue.issue.id");
        return GlobalId.decode("issue", id);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}

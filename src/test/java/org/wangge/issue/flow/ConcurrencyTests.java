package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssuePayload;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refusal;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownViewers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Many at once on the same issues: each version is won once, and whoever comes late is told how the
/// issue stands. The commands are given to the component under the graph, as its controllers do.
@ApiTest
@TestPropertySource(properties = "test.town=concurrency")
class ConcurrencyTests {
    private static final int CLIENTS = 64;
    private static final int COMMANDS = Integer.getInteger("wangge.test.commands", 10_000);
    private static final int PAIRS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ADDRESS = "127.0.0.1";

    @Autowired
    Graph graph;

    @Autowired
    FlowDesk desk;

    @Autowired
    FlowService service;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @Test
    void sixtyFourClientsWinEachVersionOfAnIssueOnce() {
        var issue = reported("六十四人同时督办的事");
        var left = new AtomicInteger(COMMANDS);
        var all = new ConcurrentLinkedQueue<IssuePayload>();
        var won = new ConcurrentLinkedQueue<Integer>();

        var clients = Flux.range(0, CLIENTS)
                .flatMap(
                        number -> client(issue, supervisor(), 1, left)
                                .doOnNext(answer -> all.add(answer.payload()))
                                .filter(answer -> answer.payload().refusal() == null)
                                .doOnNext(answer -> won.add(answer.expected()))
                                .subscribeOn(Schedulers.parallel()),
                        CLIENTS);
        Awaited.the(clients.count(), PATIENCE);

        var done = all.stream().filter(payload -> payload.refusal() == null).toList();
        assertThat(all).hasSize(COMMANDS);
        assertThat(won)
                .as("the versions that were expected, each by one")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, done.size()).boxed().toList());
        assertThat(done)
                .extracting(payload -> issueOf(payload).version())
                .as("each read again after its command: its own version or a newer one")
                .allSatisfy(version -> assertThat(version).isBetween(2, done.size() + 1));
        assertThat(issue.row("version || ' ' || last_seq")).isEqualTo((done.size() + 1) + " " + (done.size() + 1));
        assertThat(issue.texts("select count(*) || ' ' || max(seq) from issue_timeline where issue_id = :id"))
                .containsExactly((done.size() + 1) + " " + (done.size() + 1));
        assertThat(all).filteredOn(payload -> payload.refusal() != null).allSatisfy(ConcurrencyTests::isStale);
        System.out.println("of " + COMMANDS + " commands " + done.size() + " were carried out");
    }

    /// Goes on with the version that it was told last, until all commands are given.
    private Flux<Answered> client(Matter issue, Viewer viewer, int version, AtomicInteger left) {
        return Mono.defer(() -> left.getAndDecrement() > 0 ? answered(issue, viewer, version) : Mono.empty())
                .expand(answer -> left.getAndDecrement() > 0
                        ? answered(issue, viewer, issueOf(answer.payload()).version())
                        : Mono.empty());
    }

    private Mono<Answered> answered(Matter issue, Viewer viewer, int version) {
        return supervise(issue, viewer, version).map(payload -> new Answered(version, payload));
    }

    private record Answered(int expected, IssuePayload payload) {}

    private Mono<IssuePayload> supervise(Matter issue, Viewer viewer, int version) {
        var id = new IssueId(issue.uuid());
        return desk.answer(
                new DecisionAction.Supervise(UUID.randomUUID(), id, version, "请抓紧办理", null), viewer, ADDRESS);
    }

    private static void isStale(IssuePayload payload) {
        assertThat(payload.refusal()).isInstanceOfSatisfying(Refusal.StaleVersion.class, stale -> {
            assertThat(stale.current()).isGreaterThan(stale.expected());
            assertThat(issueOf(payload).version()).isGreaterThanOrEqualTo(stale.current());
        });
    }

    /// Somebody guesses the version that another command is just making, and waits for it.
    @Test
    void whoWaitedForAnotherCommandSeesWhatItWrote() throws Exception {
        var issue = reported("两条督办前后脚");
        try (var other = TestPostgres.connect(graph.database())) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute("select from issue where id = '%s' for update".formatted(issue.uuid()));
                var waiting = supervise(issue, supervisor(), 2).toFuture();
                untilSomebodyWaits();
                statement.execute("""
                        insert into issue_supervision (issue_id, round, no, kind, text, actor, at)
                        values ('%1$s', 1, 1, 'SUPERVISE', '先到的一条', 'account:first', now());
                        insert into issue_timeline (issue_id, seq, move, round, acted_as, from_status, to_status, actor, at)
                        values ('%1$s', 2, 'SUPERVISE', 1, 'SUPERVISION', 'REPORTED', 'REPORTED', 'account:first', now());
                        update issue set version = 2, last_seq = 2 where id = '%1$s'""".formatted(issue.uuid()));
                other.commit();

                assertThat(waiting.join().refusal()).isNull();
            }
        }
        assertThat(issue.texts("select no || ' ' || text from issue_supervision where issue_id = :id order by no"))
                .containsExactly("1 先到的一条", "2 请抓紧办理");
    }

    private void untilSomebodyWaits() {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (Tables.number(
                        graph.database(),
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                == 0) {
            assertThat(System.nanoTime()).as("somebody waits").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void whoMergesCrosswiseNeverWaitsForEver() {
        var pairs = new ArrayList<List<Matter>>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(List.of(reported("并到另一件的甲" + i), reported("并到另一件的乙" + i)));
        }

        var outcomes = Awaited.the(
                Flux.fromIterable(pairs)
                        .flatMap(
                                pair -> Flux.merge(
                                                merge(pair.getFirst(), pair.getLast()),
                                                merge(pair.getLast(), pair.getFirst()))
                                        .collectList(),
                                PAIRS)
                        .collectList(),
                PATIENCE);

        assertThat(outcomes).hasSize(PAIRS).allSatisfy(both -> {
            assertThat(both).filteredOn(payload -> payload.refusal() == null).hasSize(1);
            assertThat(both)
                    .filteredOn(payload -> payload.refusal() != null)
                    .allMatch(payload -> payload.refusal() instanceof FlowRefusal.MergeNotPossible);
        });
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(List.of(
                                pair.getFirst().row("status"), pair.getLast().row("status")))
                        .containsExactlyInAnyOrder("MERGED", "REPORTED"));
    }

    private Mono<IssuePayload> merge(Matter from, Matter into) {
        var merge = new IntakeAction.Merge(
                UUID.randomUUID(), new IssueId(from.uuid()), 1, new IssueId(into.uuid()), "同一件事");
        return desk.answer(merge, TownViewers.in(Town.STREET, Role.INTAKE), ADDRESS)
                .subscribeOn(Schedulers.parallel());
    }

    /// What waited for its reporter until yesterday goes on, and what nobody rated is archived, once
    /// each, though two nodes find them at the same time.
    @Test
    void theTimersOfTwoNodesMoveEachIssueOnce() {
        var issues = IntStream.range(0, 20).mapToObj(i -> reported("等待补充" + i)).toList();
        for (var issue : issues.subList(0, 10)) {
            execute("""
                    update issue set status = 'SUSPENDED' where id = '%1$s';
                    insert into issue_pause (issue_id, round, no, kind, reason, asked_by, asked_at, review_on, decided_by,
                                             decided_at, is_agreed)
                    values ('%1$s', 1, 1, 'WAIT_REPORTER', '门牌号是多少', 'x', now(), current_date - 1, 'x', now(), true)""".formatted(issue.uuid()));
        }
        for (var issue : issues.subList(10, 20)) {
            execute(
                    "update issue set status = 'CLOSED', closed_at = now() - interval '15 days 1 minute' where id = '%s'"
                            .formatted(issue.uuid()));
        }

        var early = reported("还可以评价");
        execute(
                "update issue set status = 'CLOSED', closed_at = now() - interval '14 days 23 hours 59 minutes' where id = '%s'"
                        .formatted(early.uuid()));

        var nodes = List.of(new Timers(database, service, clock), new Timers(database, service, clock));
        Awaited.the(
                Flux.fromIterable(nodes)
                        .flatMap(node -> node.run().subscribeOn(Schedulers.parallel()))
                        .then(Mono.just(true)),
                PATIENCE);

        assertThat(issues.subList(0, 10))
                .allMatch(issue -> issue.row("status || version").equals("IN_PROGRESS2"));
        assertThat(issues.subList(10, 20))
                .allMatch(issue -> issue.row("status || version").equals("EVALUATED2"));
        assertThat(early.row("status || version")).isEqualTo("CLOSED1");
    }

    private Matter reported(String text) {
        return Matter.reported(
                graph,
                Map.of("category", "GREENERY", "description", text, "source", "PHONE", "gridId", Town.EAST_YARD.id()));
    }

    private static Viewer supervisor() {
        return TownViewers.in(Town.STREET, Role.SUPERVISION);
    }

    private static org.wangge.issue.Issue issueOf(IssuePayload payload) {
        return java.util.Objects.requireNonNull(payload.issue());
    }

    private void execute(String sql) {
        TestPostgres.execute(graph.database(), sql);
    }
}

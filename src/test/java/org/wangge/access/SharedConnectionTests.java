package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.wangge.grid.GridKey;
import org.wangge.town.Awaited;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;
import org.wangge.town.TownServer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Two users share two connections, and many of their requests are given up half-way: nobody gets a
/// row of the other, and no connection is lost.
@SpringBootTest
@ContextConfiguration(initializers = TownServer.class)
@TestPropertySource(properties = "wangge.database.connections=2")
@Import(InHouse.class)
class SharedConnectionTests {
    private static final String DOCUMENT = """
            {
              residents(first: 100) { nodes { id household { id residents { id } } } }
              issues(first: 100) { nodes { id title } }
            }""";
    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(9);
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Viewer WILLOW = leaderOf(Town.WILLOW);
    private static final Viewer BRIDGE = leaderOf(Town.BRIDGE);

    @Autowired
    InHouse graph;

    @Autowired
    ConnectionPool pool;

    @Value("${test.database}")
    String database;

    private final Queue<Object> foreign = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final Random random = new Random(7);

    @BeforeEach
    void reportInEveryGrid() {
        TestPostgres.execute(database, """
                insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                   confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at,
                                   updated_at)
                select uuidv7(), 'T' || g.code, 'DEMAND', c.id, g.name, g.name, 'PHONE', 'NORMAL', 'GRID', 'PRIVATE',
                       'REPORTED', g.id, g.grid_key, g.grid_key, 'anonymous', now(), now()
                from grid g, issue_category c
                where c.code = 'NOISE'""");
    }

    @Test
    void nobodyGetsARowOfTheOtherAndNoConnectionIsLost() throws SQLException {
        var willow = Awaited.the(answer(WILLOW));
        var bridge = Awaited.the(answer(BRIDGE));
        assertThat(ids(willow)).hasSizeGreaterThan(10).doesNotContainAnyElementsOf(ids(bridge));
        assertThat(ids(bridge)).hasSizeGreaterThan(6);
        var before = Awaited.the(backendsOfBothConnections());

        Awaited.the(
                Flux.range(0, REQUESTS)
                        .flatMap(i -> i % 2 == 0 ? request(WILLOW, willow) : request(BRIDGE, bridge), AT_ONCE)
                        .then(Mono.just(true)),
                PATIENCE);

        assertThat(foreign).isEmpty();
        assertThat(answered.get() + givenUp.get()).isEqualTo(REQUESTS);
        assertThat(givenUp.get()).isBetween(REQUESTS / 4, REQUESTS / 2);
        Awaited.the(untilNothingIsHeld());
        Awaited.the(untilNothingRuns());
        assertThat(Awaited.the(backendsOfBothConnections())).isEqualTo(before);
        assertThat(Awaited.the(answer(WILLOW))).isEqualTo(willow);
        assertThat(Awaited.the(answer(BRIDGE))).isEqualTo(bridge);
    }

    /// A third are given up, each at a moment of its own in about the time that an answer takes.
    private Mono<Boolean> request(Viewer viewer, Map<String, Object> right) {
        var answer = answer(viewer).doOnNext(given -> {
            if (!given.equals(right)) {
                foreign.add(given);
            }
        });
        return (isGivenUp() ? answer.takeUntilOther(Mono.delay(moment())) : answer)
                .hasElement()
                .doOnNext(came -> (came ? answered : givenUp).incrementAndGet());
    }

    private boolean isGivenUp() {
        return givenUp.get() * 3 <= givenUp.get() + answered.get();
    }

    private Duration moment() {
        return Duration.ofNanos(random.nextLong(MOMENT.toNanos()));
    }

    private Mono<Map<String, Object>> answer(Viewer viewer) {
        return graph.ask(DOCUMENT, Map.of(), viewer).map(response -> {
            assertThat(response.getErrors()).isEmpty();
            return response.getData();
        });
    }

    private static List<String> ids(Map<String, Object> data) {
        return Seen.in(data).ids().values().stream()
                .flatMap(List::stream)
                .map(path -> path.substring(path.lastIndexOf(' ') + 1))
                .distinct()
                .toList();
    }

    private Mono<Boolean> untilNothingIsHeld() {
        return until(Mono.fromSupplier(
                () -> pool.getMetrics().map(SharedConnectionTests::isIdle).orElse(false)));
    }

    private static boolean isIdle(PoolMetrics metrics) {
        return metrics.acquiredSize() == 0 && metrics.pendingAcquireSize() == 0 && metrics.allocatedSize() == 2;
    }

    private Mono<Boolean> untilNothingRuns() {
        return until(Mono.fromCallable(() -> count("state <> 'idle'") == 0 && count("true") == 2)
                .subscribeOn(Schedulers.boundedElastic()));
    }

    private static Mono<Boolean> until(Mono<Boolean> condition) {
        return condition.filter(holds -> holds).repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(10)));
    }

    private int count(String condition) throws SQLException {
        try (var connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and application_name = 'wangge' and " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /// The two processes of PostgreSQL behind the pool, each of which answers.
    private Mono<Set<Integer>> backendsOfBothConnections() {
        return Mono.usingWhen(
                pool.create(),
                one -> Mono.usingWhen(
                        pool.create(), other -> Mono.zip(backend(one), backend(other), Set::of), Connection::close),
                Connection::close);
    }

    private static Mono<Integer> backend(Connection connection) {
        return Flux.from(connection
                        .createStatement("select pg_backend_pid() as pid")
                        .execute())
                .flatMap(result -> result.map(row -> row.get("pid", Integer.class)))
                .single();
    }

    private static Viewer leaderOf(TownGrid grid) {
        var grant = new Grant(Role.COMMUNITY_LEADER, new GridKey(grid.key()), Instant.EPOCH, null);
        var account = UUID.randomUUID();
        return new Viewer("account:" + account, account, UUID.randomUUID(), null, null, List.of(grant), null);
    }
}

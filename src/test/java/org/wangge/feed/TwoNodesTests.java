package org.wangge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.graphql.GlobalId;
import org.wangge.town.RunningWangge;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;

/// Two server processes on one database, sixteen writers, six subscribers with different rights whose
/// connections, sockets and event streams, break at random: everybody hears everything of their grid that
/// they may, in order, once per cursor. The whole of it:
/// `mvn test -Dtest=TwoNodesTests -Dwangge.test.issues=10000 -Dwangge.test.writers=20
/// -Dwangge.test.subscribers=50`.
class TwoNodesTests {
    private static final int ISSUES = Integer.getInteger("wangge.test.issues", 4_000);
    private static final String LONG_TOKENS = "--wangge.access.access-token=30m";
    private static final String MANY_SOCKETS = "--wangge.socket.per-person=1000";
    private static final int WRITERS = Integer.getInteger("wangge.test.writers", 16);
    private static final int SUBSCRIBERS = Integer.getInteger("wangge.test.subscribers", 6);
    private static final int ONE_IN_SO_MANY_TWICE = 50;
    private static final List<TownGrid> YARDS =
            List.of(Town.EAST_YARD, Town.WEST_YARD, Town.RIVER_YARD, Town.BRIDGE_YARD, Town.TOWER_YARD);

    private static String database = "";
    private static String token = "";
    private static List<Audience> audiences = List.of();
    private static List<RunningWangge> nodes = List.of();

    @BeforeAll
    static void start(@TempDir java.nio.file.Path folder) {
        database = TestPostgres.townDatabase();
        var first = RunningWangge.node(folder, database, LONG_TOKENS, MANY_SOCKETS);
        var second = RunningWangge.node(folder, database, LONG_TOKENS, MANY_SOCKETS);
        nodes = List.of(first.untilReady(), second.untilReady());
        token = TownAccount.EVERYTHING.signIn(first.http() + "/graphql");
        var leader = TownAccount.WILLOW_LEADER.signIn(first.http() + "/graphql");
        audiences = List.of(
                new Audience(token, null, null),
                new Audience(token, null, null),
                new Audience(token, Town.WILLOW, Town.WILLOW),
                new Audience(token, Town.TOWER_YARD, Town.TOWER_YARD),
                new Audience(leader, null, Town.WILLOW),
                new Audience(leader, Town.STREET, Town.WILLOW));
    }

    /// @param asks within which grid they listen
    /// @param hears what of it they may see
    private record Audience(
            String token, @Nullable TownGrid asks, @Nullable TownGrid hears) {}

    @AfterAll
    static void stop() throws InterruptedException {
        for (var node : nodes) {
            node.stop();
        }
    }

    @Test
    void tellEverySubscriberEverythingOfItsGridOnceAndInOrder() throws Exception {
        var urls = nodes.stream().map(node -> node.http() + "/graphql").toList();
        var start = new Reporter(urls.getFirst(), token).asOf();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var subscribers = new ArrayList<Future<List<String>>>();
            for (int i = 0; i < SUBSCRIBERS; i++) {
                var audience = audience(i);
                subscribers.add(threads.submit(new RestlessSubscriber(
                        urls, audience.token(), audience.asks(), start, expected(audience.hears()), new Random(i))));
            }
            var reported = new ArrayList<String>();
            for (var writer : threads.invokeAll(writers(urls))) {
                reported.addAll(writer.get());
            }

            assertThat(reported).hasSize(ISSUES).doesNotHaveDuplicates();
            assertThat(logged(null)).containsExactlyInAnyOrderElementsOf(reported);
            assertThat(longestNumber()).isEqualTo(ISSUES);
            for (int i = 0; i < SUBSCRIBERS; i++) {
                assertThat(heard(subscribers.get(i)))
                        .isEqualTo(logged(audience(i).hears()));
            }
        }
    }

    private static Audience audience(int subscriber) {
        return audiences.get(subscriber % audiences.size());
    }

    private static int expected(@Nullable TownGrid place) {
        var yards = YARDS.stream()
                .filter(yard -> place == null || yard.key().startsWith(place.key()))
                .toList();
        int count = 0;
        for (int i = 0; i < ISSUES; i++) {
            count += yards.contains(YARDS.get(i % YARDS.size())) ? 1 : 0;
        }
        return count;
    }

    private static List<Callable<List<String>>> writers(List<String> urls) {
        var writers = new ArrayList<Callable<List<String>>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var number = writer;
            writers.add(() -> write(number, urls));
        }
        return writers;
    }

    private static List<String> write(int writer, List<String> urls) throws Exception {
        var here = new Reporter(urls.get(writer % urls.size()), token);
        var there = new Reporter(urls.get((writer + 1) % urls.size()), token);
        var ids = new ArrayList<String>();
        for (int i = writer; i < ISSUES; i += WRITERS) {
            var key = UUID.randomUUID();
            var yard = YARDS.get(i % YARDS.size());
            var twin = i % ONE_IN_SO_MANY_TWICE == 0 ? there.sent(key, yard, "第" + i + "件事情") : null;
            var id = here.report(key, yard, "第" + i + "件事情");
            ids.add(id);
            if (twin != null) {
                assertThat(Reporter.issueId(twin.join())).isEqualTo(id);
            }
        }
        return ids;
    }

    private static List<String> heard(Future<List<String>> subscriber) throws InterruptedException {
        try {
            return subscriber.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    private static List<String> logged(@Nullable TownGrid place) throws SQLException {
        var ids = new ArrayList<String>();
        try (var connection = TestPostgres.connect(database);
                var statement = connection.prepareStatement(
                        "select subject from event where starts_with(grid_key, ?) order by stream_no, n")) {
            statement.setString(1, place == null ? "" : place.key());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(GlobalId.encode("issue", rows.getObject(1, UUID.class)));
                }
            }
        }
        return ids;
    }

    private static long longestNumber() throws SQLException {
        try (var connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(n) from event")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

package org.wangge.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Passes;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.RunningWangge;
import org.wangge.town.Tables;
import org.wangge.town.Town;

/// What it brings to look at the log more often, and what it costs while nothing happens: commit to frame of
/// events that nobody was woken by, and the processor time of node and database, printed.
/// `mvn test -Dtest=PollLoad -Dwangge.load=true`
@ApiTest
@Import(Passes.class)
@TestPropertySource(properties = {"test.town=load", "wangge.clock.scan=1h", "wangge.access.access-token=60m"})
@EnabledIfSystemProperty(named = "wangge.load", matches = "true")
class PollLoad {
    private static final int SUBSCRIBERS = 20;
    private static final int EVENTS = 300;
    private static final int IDLE_SECONDS = 20;
    private static final String EVENTS_OF = """
            subscription($filter: IssueEventFilter) { issueEvents(filter: $filter) { cursor
              ... on IssueEvent { issueId move issue { title } } ... on FeedCheckpoint { caughtUp } } }""";

    @Autowired
    Graph graph;

    @Autowired
    Passes passes;

    @ParameterizedTest
    @ValueSource(strings = {"100ms", "20ms", "100ms", "20ms"})
    void looks(String poll, @TempDir Path folder) throws Exception {
        var happenings = new Happenings(graph.database(), EVENTS);
        var node = RunningWangge.node(
                        folder, graph.database(), "--wangge.feed.poll=" + poll, "--wangge.socket.per-person=1000")
                .untilReady();
        try {
            var tokens = passes.of(Town.STREET, SUBSCRIBERS);
            var latencies = new Latencies();
            var ears = new ArrayList<Ear>();
            for (var token : tokens) {
                ears.add(Ear.open(
                        node.http() + "/graphql",
                        token,
                        EVENTS_OF,
                        Map.of("filter", Map.of("within", Town.STREET.id())),
                        latencies));
            }
            for (int i = 0; i < EVENTS; i++) {
                happenings.happen(1, latencies);
                Thread.sleep(37 + i % 50);
            }
            latencies.await((long) EVENTS * SUBSCRIBERS, 10_000);
            var backends = backends();
            var before = used(node, backends);
            Thread.sleep(IDLE_SECONDS * 1_000);
            var after = used(node, backends);
            System.out.printf(
                    "%n== poll %s: %s; idle: node %.1f %%, its backends %.1f %% of a core%n",
                    poll, latencies, share(before[0], after[0]), share(before[1], after[1]));
            ears.forEach(Ear::close);
        } finally {
            node.stop();
        }
    }

    private static double share(long before, long after) {
        return (after - before) * 100.0 / Processor.TICKS_PER_SECOND / IDLE_SECONDS;
    }

    /// Also those of the server that gave the tokens, which polls every 100 ms each time.
    private List<Long> backends() {
        return Tables.texts(
                        graph.database(),
                        "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private static long[] used(RunningWangge node, List<Long> backends) throws IOException {
        long database = 0;
        for (var pid : backends) {
            database += Processor.ticks(pid);
        }
        return new long[] {Processor.ticks(node.pid()), database};
    }
}

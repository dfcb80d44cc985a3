package org.wangge.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
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
import org.wangge.town.Town;

/// Many subscribers of one subdistrict, on one node in a process of its own, which nothing wakes: events
/// per second, commit to frame, and memory, printed; where all ask the same, and where each asks something else.
/// `mvn test -Dtest=FanOutLoad -Dwangge.load=true`
@ApiTest
@Import(Passes.class)
@TestPropertySource(properties = {"test.town=load", "wangge.clock.scan=1h", "wangge.access.access-token=60m"})
@EnabledIfSystemProperty(named = "wangge.load", matches = "true")
class FanOutLoad {
    private static final int SUBSCRIBERS = Integer.getInteger("wangge.load.subscribers", 2_000);
    private static final int PER_PERSON = 20;
    private static final int WARMING = 100;
    private static final int PACED = 30;
    private static final int AT_ONCE = 20;
    private static final long PATIENCE = 180_000;
    private static final String SELECTION = """
            ($filter: IssueEventFilter) { issueEvents(filter: $filter) { cursor
              ... on IssueEvent { issueId move at issue { title status urgency grid { name } } }
              ... on FeedCheckpoint { caughtUp } } }""";

    @Autowired
    Graph graph;

    @Autowired
    Passes passes;

    private Happenings happenings;
    private List<String> tokens = List.of();

    @BeforeEach
    void people() throws Exception {
        happenings = new Happenings(graph.database(), 500);
        tokens = passes.of(Town.STREET, SUBSCRIBERS / PER_PERSON);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fansOut(boolean identical, @TempDir Path folder) throws Exception {
        var node = RunningWangge.node(folder, graph.database(), "--wangge.socket.per-person=1000")
                .untilReady();
        try {
            var warming = new Latencies();
            var first = ears(node, SUBSCRIBERS / 20, identical, warming);
            pace(WARMING, 100, first.size(), warming);
            first.forEach(Ear::close);
            Thread.sleep(3_000);
            var before = heap(node);

            var latencies = new Latencies();
            var ears = ears(node, SUBSCRIBERS, identical, latencies);
            var each = (heap(node) - before) / SUBSCRIBERS;
            pace(PACED, 1_000, SUBSCRIBERS, latencies);
            var paced = latencies.toString();
            var used = Processor.ticks(node.pid());
            var perSecond = atOnce(latencies);
            var micros = (Processor.ticks(node.pid()) - used)
                    * 1_000_000
                    / Processor.TICKS_PER_SECOND
                    / ((long) AT_ONCE * SUBSCRIBERS);
            System.out.printf(
                    "%n== %d subscribers, %s documents: paced %s; at once %,d deliveries/s of %d us each; %.1f KB heap each, %,d MB in all%n",
                    SUBSCRIBERS,
                    identical ? "identical" : "distinct",
                    paced,
                    perSecond,
                    micros,
                    each / 1024.0,
                    heap(node) >> 20);
            ears.forEach(Ear::close);
        } finally {
            node.stop();
        }
    }

    private List<Ear> ears(RunningWangge node, int count, boolean identical, Latencies latencies) {
        var url = node.http() + "/graphql";
        var ears = new ArrayList<Ear>();
        for (int i = 0; i < count; i++) {
            var name = identical ? "Live" : "Live" + i;
            ears.add(Ear.open(
                    url,
                    tokens.get(i % tokens.size()),
                    "subscription " + name + SELECTION,
                    Map.of("filter", Map.of("within", Town.STREET.id())),
                    latencies));
        }
        return ears;
    }

    private void pace(int events, long pause, int listeners, Latencies latencies) throws Exception {
        for (int i = 0; i < events; i++) {
            happenings.happen(1, latencies);
            Thread.sleep(pause);
        }
        latencies.await((long) events * listeners, PATIENCE);
    }

    private long atOnce(Latencies latencies) throws Exception {
        var told = latencies.count();
        var start = System.nanoTime();
        happenings.happen(AT_ONCE, new Latencies());
        latencies.await(told + (long) AT_ONCE * SUBSCRIBERS, PATIENCE);
        return (latencies.count() - told) * 1_000_000_000L / (System.nanoTime() - start);
    }

    /// What is used after everything unused was thrown away, in bytes.
    static long heap(RunningWangge node) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, String.valueOf(node.pid()), "GC.class_histogram").start();
        try (var lines = process.inputReader()) {
            var total = lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.trim().split("\\s+")[2]);
        }
    }
}

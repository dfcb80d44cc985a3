package org.wangge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Passes;
import org.wangge.graphql.GlobalId;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.RunningWangge;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;

/// Readers that stop reading, half of them by sockets and half by event streams, while much happens: what it
/// costs the others, in rounds with and without them by turns, and the memory, printed; and that each of them
/// goes on where it was without a loss. Some ten minutes: `mvn test -Dtest=StalledLoad -Dwangge.load=true`
@ApiTest
@Import(Passes.class)
@TestPropertySource(properties = {"test.town=load", "wangge.clock.scan=1h", "wangge.access.access-token=60m"})
@EnabledIfSystemProperty(named = "wangge.load", matches = "true")
class StalledLoad {
    private static final int EVENTS = Integer.getInteger("wangge.load.events", 100_000);
    private static final int ROUNDS = 3;
    private static final int STALLED = 100;
    private static final int FIRST = 400;
    private static final int READING = 10;
    private static final int AT_ONCE = 20;
    private static final int PAUSE_MS = Integer.getInteger("wangge.load.pause", 20);
    /// One event of so many is of the yard that most of those who come back ask for.
    private static final int APART = 20;
    /// One of so many asks for everything.
    private static final int WHO_ASK_ALL = 51;
    private static final int BACK_AT_ONCE = 20;
    private static final String DOCUMENT = """
            subscription($filter: IssueEventFilter, $after: EventCursor) { issueEvents(filter: $filter, after: $after) {
              cursor ... on IssueEvent { issueId move at version } ... on FeedCheckpoint { caughtUp } } }""";

    @Autowired
    Graph graph;

    @Autowired
    Passes passes;

    private List<String> tokens = List.of();
    private List<Happenings> yards = List.of();
    private int batches;

    @Test
    void othersDoNotNoticeAndNothingIsLost(@TempDir Path folder) throws Exception {
        tokens = passes.of(Town.STREET, READING);
        yards = List.of(
                new Happenings(graph.database(), Town.WEST_YARD, 400),
                new Happenings(graph.database(), Town.EAST_YARD, 1_600));
        TestPostgres.execute(graph.database(), "update issue set description = repeat(description, 20)");
        var node = RunningWangge.node(
                        folder,
                        graph.database(),
                        "--wangge.socket.per-person=1000",
                        "--wangge.socket.stall=10m",
                        "--wangge.socket.silence=10m",
                        "--wangge.limits.stalled=10m")
                .untilReady();
        try {
            measure(node);
        } finally {
            node.stop();
        }
    }

    private void measure(RunningWangge node) throws Exception {
        var url = node.http() + "/graphql";
        round(url, EVENTS / 20, new Latencies());
        var start = new Reporter(url, tokens.getFirst()).asOf();
        var from = last();
        write(FIRST, new Latencies());
        var stalled = IntStream.range(0, STALLED)
                .mapToObj(i -> new StalledReader(url, tokens.get(i % READING), i % 2 == 0, start))
                .toList();

        var alone = new Latencies();
        var beside = new Latencies();
        var before = FanOutLoad.heap(node);
        var amid = 0L;
        for (int each = 0; each < ROUNDS; each++) {
            round(url, EVENTS / ROUNDS / 5, alone);
            for (int i = 0; i < STALLED; i++) {
                stalled.get(i).come(each == 0 ? 1 + i * FIRST / STALLED / 2 : 0);
            }
            round(url, EVENTS / ROUNDS, beside);
            amid = FanOutLoad.heap(node);
            System.out.printf("== so far alone %s; beside %d stalled %s%n", alone, STALLED, beside);
            stalled.forEach(StalledReader::leave);
        }
        var after = FanOutLoad.heap(node);
        System.out.printf(
                "== %,d events beside %d stalled: p95 %+d %%; heap %+d MB amid, %+d MB after%n",
                EVENTS,
                STALLED,
                beside.percentile(95) * 100 / alone.percentile(95) - 100,
                (amid - before) >> 20,
                (after - before) >> 20);
        var back = System.nanoTime();
        var heard = comeBack(stalled, from);
        System.out.printf(
                "== all %d went on where they were: %,d events in %d s, none lost%n",
                STALLED, heard, (System.nanoTime() - back) / 1_000_000_000);
    }

    private void round(String url, int events, Latencies latencies) throws Exception {
        var listening = tokens.stream()
                .map(token -> Ear.open(url, token, DOCUMENT, Map.of("filter", within(Town.STREET)), latencies))
                .toList();
        var told = latencies.count();
        var written = write(events, latencies);
        latencies.await(told + (long) written * READING, 60_000);
        assertThat(latencies.count() - told).isEqualTo((long) written * READING);
        listening.forEach(Ear::close);
    }

    private int write(int events, Latencies latencies) throws Exception {
        var written = 0;
        for (; written < events; written += AT_ONCE) {
            yards.get(batches++ % APART == 0 ? 0 : 1).happen(AT_ONCE, latencies);
            Thread.sleep(PAUSE_MS);
        }
        return written;
    }

    /// Each must hear what the table holds after where it was, in that order. How much that is of all of them.
    private long comeBack(List<StalledReader> stalled, long from) throws Exception {
        var heard = 0L;
        try (var people = Executors.newFixedThreadPool(BACK_AT_ONCE)) {
            var all = new ArrayList<Future<List<String>>>();
            var expected = new ArrayList<List<String>>();
            for (int i = 0; i < STALLED; i++) {
                var reader = stalled.get(i);
                var place = i % WHO_ASK_ALL == 0 ? Town.STREET : Town.WEST_YARD;
                var due = events(from + reader.taken(), place);
                expected.add(due);
                all.add(people.submit(() -> reader.comeBack(place, due.size())));
            }
            for (int i = 0; i < STALLED; i++) {
                assertThat(all.get(i).get().equals(expected.get(i)))
                        .as("reader %d", i)
                        .isTrue();
                heard += expected.get(i).size();
            }
        }
        return heard;
    }

    private List<String> events(long after, TownGrid place) {
        return Tables.texts(
                        graph.database(),
                        "select subject from event where n > %d and grid_key like '%s%%' order by n"
                                .formatted(after, place.key()))
                .stream()
                .map(subject -> GlobalId.encode("issue", UUID.fromString(subject)))
                .toList();
    }

    private static Map<String, ?> within(TownGrid grid) {
        return Map.of("within", grid.id());
    }

    private long last() {
        return Tables.number(graph.database(), "select max(n) from stream");
    }
}

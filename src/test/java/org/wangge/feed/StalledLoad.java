package org.wangge.feed;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Passes;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.RunningWangge;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import tools.jackson.databind.json.JsonMapper;

/// Readers that stop reading while much happens: what it costs the others, and the memory, printed; and
/// whether they miss anything when they come back. `mvn test -Dtest=StalledLoad -Dwangge.load=true`
@ApiTest
@Import(Passes.class)
@TestPropertySource(properties = {"test.town=load", "wangge.clock.scan=1h", "wangge.access.access-token=60m"})
@EnabledIfSystemProperty(named = "wangge.load", matches = "true")
class StalledLoad {
    private static final int EVENTS = Integer.getInteger("wangge.load.events", 8_000);
    private static final int STALLED = 100;
    private static final int READING = 10;
    private static final int AT_ONCE = 20;
    private static final int PAUSE = 200;
    private static final String DOCUMENT = """
            subscription($filter: IssueEventFilter, $after: EventCursor) { issueEvents(filter: $filter, after: $after) {
              cursor ... on IssueEvent { issueId move at issue { title status grid { name } } }
              ... on FeedCheckpoint { caughtUp } } }""";
    /// So much at each event that what lies between the two sides is soon full.
    private static final String MUCH = """
            subscription($filter: IssueEventFilter, $after: EventCursor) { issueEvents(filter: $filter, after: $after) {
              cursor ... on IssueEvent { issueId issue { description } } } }""";
    private static final Map<String, ?> EVERYTHING = Map.of("within", Town.STREET.id());

    @Autowired
    Graph graph;

    @Autowired
    Passes passes;

    @Test
    void othersDoNotNotice(@TempDir Path folder) throws Exception {
        var tokens = passes.of(Town.STREET, READING);
        var happenings = new Happenings(graph.database(), 2_000);
        TestPostgres.execute(graph.database(), "update issue set description = repeat('井盖坏了，有人摔倒', 300)");
        var node = RunningWangge.node(
                        folder, graph.database(), "--wangge.socket.per-person=1000", "--wangge.limits.stalled=10m")
                .untilReady();
        var url = node.http() + "/graphql";
        try {
            var warming = new Latencies();
            var listening = listening(url, tokens, warming);
            happen(happenings, EVENTS / 4, warming);
            listening.forEach(Ear::close);

            var alone = new Latencies();
            listening = listening(url, tokens, alone);
            happen(happenings, EVENTS / 2, alone);
            listening.forEach(Ear::close);
            var before = FanOutLoad.heap(node);

            var start = new Reporter(url, tokens.getFirst()).asOf();
            var from = last();
            var stalled = new ArrayList<Socket>();
            for (int i = 0; i < STALLED; i++) {
                stalled.add(stalled(url, tokens.get(i % tokens.size()), start));
            }
            write(happenings, EVENTS / 8, new Latencies());
            var together = new Latencies();
            listening = listening(url, tokens, together);
            happen(happenings, EVENTS / 2, together);
            var amid = FanOutLoad.heap(node);
            happen(happenings, EVENTS / 2, together);
            var after = FanOutLoad.heap(node);
            listening.forEach(Ear::close);
            for (var socket : stalled) {
                socket.close();
            }

            var resumed = new Latencies();
            Ear.open(url, tokens.getFirst(), DOCUMENT, Map.of("filter", EVERYTHING, "after", start), resumed)
                    .close();
            System.out.printf(
                    "%n== others alone %s; beside %d stalled %s; heap %+d MB, then %+d MB; resumed: %d of %d%n",
                    alone,
                    STALLED,
                    together,
                    (amid - before) >> 20,
                    (after - before) >> 20,
                    resumed.count(),
                    last() - from);
        } finally {
            node.stop();
        }
    }

    private static List<Ear> listening(String url, List<String> tokens, Latencies latencies) {
        return tokens.stream()
                .map(token -> Ear.open(url, token, DOCUMENT, Map.of("filter", EVERYTHING), latencies))
                .toList();
    }

    private static void happen(Happenings happenings, int events, Latencies latencies) throws Exception {
        var told = latencies.count();
        write(happenings, events, latencies);
        latencies.await(told + (long) events * READING, 60_000);
    }

    private static void write(Happenings happenings, int events, Latencies latencies) throws Exception {
        for (int i = 0; i < events; i += AT_ONCE) {
            happenings.happen(AT_ONCE, latencies);
            Thread.sleep(PAUSE);
        }
    }

    /// Asks for an event stream and reads nothing of it.
    private static Socket stalled(String url, String token, String after) throws Exception {
        var address = URI.create(url);
        var body = JsonMapper.shared()
                .writeValueAsBytes(Map.of("query", MUCH, "variables", Map.of("filter", EVERYTHING, "after", after)));
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        var head =
                "POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + token + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        return socket;
    }

    private long last() {
        return Tables.number(graph.database(), "select max(n) from stream");
    }
}

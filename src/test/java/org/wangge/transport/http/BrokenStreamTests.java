package org.wangge.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.graphql.GlobalId;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownReport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Event streams that are cut, and readers who stop reading.
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"wangge.limits.stalled=8s", "wangge.limits.keep-alive=100ms"})
class BrokenStreamTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REPORT =
            "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } refusal { message } } }";
    private static final String EVENTS = "subscription { issueEvents { cursor ... on IssueEvent { issueId"
            + " issue { title description } } ... on FeedCheckpoint { caughtUp } } }";
    /// The same text many times over, so that each event weighs some 20 KB.
    private static final String HEAVY = EVENTS.replace(
            "description",
            IntStream.range(0, 30)
                    .mapToObj(copy -> "d" + copy + ": description")
                    .collect(Collectors.joining(" ")));

    private static final int MANY = 500;
    private static final int AT_ONCE = 8;
    private static final String TEXT = "井盖破损".repeat(50);
    private static final int STALLED = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 20261123;
    private static final long MOST_GROWTH = 100_000_000;

    @Autowired
    Graph graph;

    private String since = "";
    private Set<String> reported = Set.of();

    @BeforeAll
    void reportMany() {
        since = graph.ask("{ issues(first: 1) { asOf } }").text("issues.asOf");
        var before = new HashSet<>(subjects());
        var caller = new Caller(graph);
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(0, MANY).forEach(number -> people.execute(() -> report(caller, number + TEXT)));
        }
        reported = new TreeSet<>(subjects());
        reported.removeAll(before);
        assertThat(reported).hasSize(MANY);
    }

    @Test
    void losesNothingOverManyBrokenConnections() {
        var random = new Random(SEED);
        var told = new ArrayList<String>();
        var cursor = since;
        var connections = 0;

        while (told.size() < MANY) {
            connections++;
            try (var stream = new EventReader(graph, EVENTS, cursor)) {
                for (var items = 1 + random.nextInt(60); items > 0 && told.size() < MANY; items--) {
                    var event = stream.next();
                    cursor = event.id();
                    told.add(event.text("/data/issueEvents/issueId"));
                }
            }
        }

        assertThat(new TreeSet<>(told)).isEqualTo(reported);
        System.out.printf("sse: %d events over %d connections, none lost%n", told.size(), connections);
    }

    /// Twenty readers are behind by 10 MB each; what is under way to each of them is a small part of it.
    @Test
    void whoStopsReadingCostsLittleAndIsSentAway() throws Exception {
        var before = usedMemory();
        var stalled = new ArrayList<Socket>();
        for (var reader = 0; reader < STALLED; reader++) {
            stalled.add(stalledReader());
        }

        try (var stream = new EventReader(graph, EVENTS, since)) {
            for (var events = 0; events < MANY; events++) {
                stream.next();
            }
            var growth = usedMemory() - before;
            System.out.printf("sse: %d stalled readers, %d KB more%n", STALLED, growth / 1024);
            assertThat(growth).isLessThan(MOST_GROWTH);

            for (var reader : stalled) {
                Awaited.the(
                        Flux.interval(Duration.ofMillis(50))
                                .takeUntil(_ -> isCut(reader))
                                .then(Mono.just(true)),
                        PATIENCE);
            }
            assertThat(stream.next().text("/data/issueEvents/caughtUp")).isEqualTo("true");
            assertThat(IntStream.range(0, 5).mapToObj(_ -> stream.nextOrComment()))
                    .anyMatch(EventReader.Event::isComment);
        }
    }

    /// A reader that asks for everything and takes what came with the status line.
    private Socket stalledReader() throws IOException {
        var url = URI.create(graph.url());
        var body = JSON.writeValueAsBytes(Map.of("query", HEAVY));
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        var head = List.of(
                "POST " + url.getPath() + " HTTP/1.1",
                "Host: " + url.getHost(),
                "Authorization: Bearer " + graph.token(),
                "Content-Type: application/json",
                "Accept: text/event-stream",
                "Last-Event-ID: " + since,
                "Content-Length: " + body.length,
                "",
                "");
        socket.getOutputStream().write(String.join("\r\n", head).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200 OK");
        return socket;
    }

    /// Empty lines between two requests mean nothing, but cannot be sent through a closed connection.
    private static boolean isCut(Socket socket) {
        try {
            socket.getOutputStream().write('\n');
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    private static void report(Caller caller, String description) {
        var input = TownReport.of(Town.EAST_YARD, "GREENERY", description);
        var body = Map.of("query", REPORT, "variables", Map.of("input", input));
        assertThat(caller.post(JSON.writeValueAsString(body), "Content-Type", "application/json")
                        .body())
                .contains("\"refusal\":null");
    }

    private List<String> subjects() {
        return Tables.texts(graph.database(), "select subject from event where type = 'ISSUE_REPORTED'").stream()
                .map(subject -> GlobalId.encode("issue", UUID.fromString(subject)))
                .toList();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;
import tools.jackson.databind.json.JsonMapper;

/// Clients that take no part: they cost little, bother nobody, and are sent away.
@ApiTest
@TestPropertySource(
        properties = {"wangge.socket.ping=1s", "wangge.socket.silence=4s", "wangge.socket.stall=6s", "test.sockets=3"})
class SocketBoundsTests {
    private static final int EVENTS = 10_000;
    private static final long MEGABYTES = 1 << 20;
    private static final String HEAVY = "subscription($after: EventCursor) { issueEvents(after: $after) { cursor "
            + "a: cursor b: cursor c: cursor d: cursor e: cursor f: cursor g: cursor h: cursor i: cursor j: cursor "
            + "k: cursor l: cursor m: cursor n: cursor o: cursor p: cursor q: cursor r: cursor s: cursor "
            + "... on IssueEvent { version } } }";
    private static final String AS_OF = "{ issues(first: 1) { asOf } }";

    @Autowired
    Graph graph;

    @Test
    void closesASocketThatGivesNoSignOfLife() {
        try (var alive = new Socket(
                        graph.socketUrl(), graph.as(TownAccount.NEWCOMER).token());
                var silent = RawSocket.letIn(
                        graph.socketUrl(), graph.as(TownAccount.NEWCOMER).token())) {
            var asked = silent.read();
            assertThat(asked.opcode()).isEqualTo(0x9);
            assertThat(new String(silent.read().payload(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"type\":\"ping\"}");

            assertThat(silent.closed()).isEqualTo(new RawSocket.Closed(1013, "No sign of life"));

            alive.subscribe("{ __typename }", Map.of());
            assertThat(alive.next()).containsEntry("type", "next");
        }
    }

    @Test
    void letsAPersonHaveSoManySocketsAtOnce() {
        var token = graph.as(TownAccount.LI).token();
        var opened = new ArrayList<RawSocket>();
        for (int i = 0; i < 3; i++) {
            opened.add(RawSocket.letIn(graph.socketUrl(), token));
        }

        try (var refused = knocking(token)) {
            assertThat(refused.closed()).isEqualTo(new RawSocket.Closed(4403, "TOO_MANY_SOCKETS"));
        }
        opened.removeLast().close();

        assertThat(letInAtLast(token)).isTrue();
        opened.forEach(RawSocket::close);
    }

    @Test
    void sendsAwayWhoeverReadsNothingAndLosesNothing() {
        var start = graph.ask(AS_OF).text("issues.asOf");
        graph.ask(SocketProtocolTests.REPORT, Map.of("input", SocketProtocolTests.issue()));
        happen();
        var before = memory();
        var stalled = RawSocket.letIn(graph.socketUrl(), graph.token());
        stalled.subscribe("s", HEAVY, Map.of("after", start));
        var sentAwayAfter = CompletableFuture.supplyAsync(() -> untilSentAway(stalled));

        assertThat(heard(start)).isEqualTo(EVENTS + 1);
        var after = memory();

        System.out.println("a client that reads nothing of " + EVENTS + " events costs " + (after - before) / MEGABYTES
                + " MB and is closed after " + sentAwayAfter.join().toSeconds() + " s");
        assertThat(after - before).isLessThan(50 * MEGABYTES);
        var got = gotBeforeTheEnd(stalled);
        var rest = heard(got.isEmpty() ? start : got.getLast());
        assertThat(got).hasSizeLessThan(EVENTS).doesNotHaveDuplicates();
        assertThat(got.size() + rest).isEqualTo(EVENTS + 1);
    }

    @Test
    void answersOthersWhileOneOperationHasALotToTell() {
        var start = graph.ask(AS_OF).text("issues.asOf");
        graph.ask(SocketProtocolTests.REPORT, Map.of("input", SocketProtocolTests.issue()));
        happen();
        try (var socket = RawSocket.letIn(graph.socketUrl(), graph.token())) {
            socket.subscribe("greedy", HEAVY, Map.of("after", start));
            for (int i = 0; i < 100; i++) {
                assertThat(socket.next()).containsEntry("id", "greedy");
            }
            socket.subscribe("modest", "{ __typename }", Map.of());

            int between = 0;
            for (var message = socket.next(); !"modest".equals(message.get("id")); message = socket.next()) {
                between++;
            }

            System.out.println("a query beside a greedy subscription waits for " + between + " of its events");
            assertThat(between).isLessThan(EVENTS - 100);
        }
    }

    /// Ten thousand events beside those that are there.
    private void happen() {
        TestPostgres.execute(graph.database(), """
                        with last as (
                          select e.* from event e join stream s on s.no = e.stream_no and s.n = e.n
                          order by e.at desc limit 1
                        ), told as (
                          insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
                          select stream_no, n + g, type, subject, subject_version, grid_key, at
                          from last, generate_series(1, %d) g
                          returning stream_no
                        )
                        update stream set n = n + %d where no in (select stream_no from told)""".formatted(EVENTS, EVENTS));
    }

    /// How many events are told after a position until nothing is left.
    private int heard(String after) {
        var heard = 0;
        try (var socket = RawSocket.letIn(graph.socketUrl(), graph.token())) {
            socket.subscribe(
                    "h",
                    "subscription($after: EventCursor) { issueEvents(after: $after) { kind: __typename } }",
                    Map.of("after", after));
            for (var message = socket.next(); !message.toString().contains("FeedCheckpoint"); message = socket.next()) {
                assertThat(message).containsEntry("type", "next");
                heard++;
            }
        }
        return heard;
    }

    /// Says that it lives, and reads nothing.
    private static Duration untilSentAway(RawSocket stalled) {
        var begun = Instant.now();
        var pong = RawSocket.framed(RawSocket.PONG, new byte[0]);
        try {
            while (true) {
                stalled.send(pong);
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS))
                        .join();
            }
        } catch (UncheckedIOException hungUp) {
            return Duration.between(begun, Instant.now());
        }
    }

    private static List<String> gotBeforeTheEnd(RawSocket stalled) {
        var cursors = new ArrayList<String>();
        try {
            while (true) {
                var frame = stalled.read();
                if (frame.opcode() == 0x1) {
                    var event = JsonMapper.shared().readTree(frame.payload()).at("/payload/data/issueEvents");
                    if (event.has("version")) {
                        cursors.add(event.get("cursor").asString());
                    }
                }
            }
        } catch (UncheckedIOException | tools.jackson.core.JacksonException end) {
            return cursors;
        }
    }

    private boolean letInAtLast(@Nullable String token) {
        for (int i = 0; i < 1_000; i++) {
            try (var next = knocking(token)) {
                if (next.read().opcode() == 0x1) {
                    return true;
                }
            }
        }
        return false;
    }

    private RawSocket knocking(@Nullable String token) {
        return RawSocket.open(graph.socketUrl())
                .say(Map.of("type", "connection_init", "payload", RawSocket.authorization(token)));
    }

    private static long memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

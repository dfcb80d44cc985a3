package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

/// Many operations on one socket.
@ApiTest
class SocketLoadTests {
    private static final int CYCLES = 10_000;
    private static final int AT_ONCE = 300;
    private static final int MOST = 64;
    /// So that all pings are fewer than a client may send in a second, however fast it is.
    private static final int CYCLES_A_PING = 250;
    private static final int ROUNDS = 5;
    private static final long BYTES_PER_CYCLE = 1_000;
    private static final Map<String, String> PING = Map.of("type", "ping");

    @Autowired
    Graph graph;

    @Test
    void beginsAndEndsTenThousandSubscriptionsOnOneSocket() {
        try (var socket = letIn()) {
            cycles(socket, CYCLES / 10);
            var before = memory();
            cycles(socket, CYCLES);
            var grown = memory() - before;

            System.out.println(CYCLES + " cycles on one socket leave " + grown / 1024 + " KB");
            assertThat(grown).isLessThan(BYTES_PER_CYCLE * CYCLES);
            assertThat(checkpoints(socket, MOST)).hasSize(MOST);
        }
    }

    @Test
    void refusesWhatIsTooMuchAtOnceAndAnswersPingsMeanwhile() {
        try (var socket = letIn()) {
            var waited = new ArrayList<Long>();
            for (int round = 0; round < ROUNDS; round++) {
                waited.add(pingBehindTooMany(socket));
                for (int i = 0; i < MOST; i++) {
                    socket.complete("s" + i);
                }
            }
            socket.subscribe("again", SocketProtocolTests.EVENTS, Map.of());

            assertThat(socket.next()).containsEntry("id", "again").containsEntry("type", "next");
            System.out.println("behind " + AT_ONCE + " operations at once pings are answered in " + waited + " ms");
        }
    }

    /// In milliseconds.
    private static long pingBehindTooMany(RawSocket socket) {
        for (int i = 0; i < AT_ONCE; i++) {
            socket.subscribe("s" + i, SocketProtocolTests.EVENTS, Map.of());
        }
        var asked = Instant.now();
        var told = untilPong(socket.say(PING));
        var waited = Duration.between(asked, Instant.now()).toMillis();

        while (told.size() < AT_ONCE) {
            told.add(socket.next());
        }
        assertThat(told.stream().filter(message -> "error".equals(message.get("type"))))
                .hasSize(AT_ONCE - MOST)
                .allMatch(error -> error.toString().contains("TOO_MANY_OPERATIONS"));
        assertThat(told.stream().filter(message -> "next".equals(message.get("type"))))
                .hasSize(MOST);
        return waited;
    }

    private static void cycles(RawSocket socket, int count) {
        for (int i = 0; i < count; i++) {
            var id = "c" + i % 7;
            socket.subscribe(id, SocketProtocolTests.EVENTS, Map.of()).complete(id);
            if (i % CYCLES_A_PING == 0) {
                socket.say(PING);
                untilPong(socket);
            }
        }
    }

    private static long memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private List<Map<String, Object>> checkpoints(RawSocket socket, int count) {
        var told = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i++) {
            socket.subscribe("last" + i, SocketProtocolTests.EVENTS, Map.of());
        }
        while (told.size() < count) {
            var message = socket.next();
            assertThat(message).containsEntry("type", "next");
            if (message.get("id").toString().startsWith("last")) {
                told.add(message);
            }
        }
        return told;
    }

    private static List<Map<String, Object>> untilPong(RawSocket socket) {
        var told = new ArrayList<Map<String, Object>>();
        for (var message = socket.next(); !"pong".equals(message.get("type")); message = socket.next()) {
            told.add(message);
        }
        return told;
    }

    private RawSocket letIn() {
        return RawSocket.letIn(graph.socketUrl(), graph.token());
    }
}

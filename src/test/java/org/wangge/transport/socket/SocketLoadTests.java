package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;

/// Many operations on one socket, and operations that take their time.
@ApiTest
class SocketLoadTests {
    private static final int CYCLES = 10_000;
    private static final int AT_ONCE = 300;
    private static final int MOST = 64;
    private static final Map<String, String> PING = Map.of("type", "ping");
    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired
    Graph graph;

    @Test
    void beginsAndEndsTenThousandSubscriptionsOnOneSocket() {
        try (var socket = letIn()) {
            for (int i = 0; i < CYCLES; i++) {
                var id = "c" + i % 7;
                socket.subscribe(id, SocketProtocolTests.EVENTS, Map.of()).complete(id);
                if (i % MOST == 0) {
                    socket.say(PING);
                    untilPong(socket);
                }
            }

            assertThat(checkpoints(socket, MOST)).hasSize(MOST);
        }
    }

    @Test
    void refusesWhatIsTooMuchAtOnceAndAnswersPingsMeanwhile() {
        try (var socket = letIn()) {
            for (int i = 0; i < AT_ONCE; i++) {
                socket.subscribe("s" + i, SocketProtocolTests.EVENTS, Map.of());
            }
            var asked = Instant.now();
            socket.say(PING);

            var told = untilPong(socket);
            var waited = Duration.between(asked, Instant.now());

            System.out.println(
                    "with " + AT_ONCE + " operations at once a ping is answered in " + waited.toMillis() + " ms");
            assertThat(waited).isLessThan(SOON);
            assertThat(told.stream().filter(message -> "error".equals(message.get("type"))))
                    .hasSize(AT_ONCE - MOST)
                    .allMatch(error -> error.toString().contains("TOO_MANY_OPERATIONS"));
            while (told.size() < AT_ONCE) {
                told.add(socket.next());
            }
            assertThat(told.stream().filter(message -> "next".equals(message.get("type"))))
                    .hasSize(MOST);
            socket.complete("s0").subscribe("again", SocketProtocolTests.EVENTS, Map.of());
            assertThat(socket.next()).containsEntry("id", "again").containsEntry("type", "next");
        }
    }

    @Test
    void tellsNothingOfAnOperationThatTheClientHasCompleted() throws SQLException {
        try (var socket = letIn();
                var held = holdingGrids()) {
            socket.subscribe("slow", SocketProtocolTests.GRIDS, Map.of());
            untilWaiting();

            socket.complete("slow").say(PING);

            assertThat(socket.next()).containsEntry("type", "pong");
            held.rollback();
            socket.subscribe("slow", "{ __typename }", Map.of());
            assertThat(socket.next().toString()).contains("id=slow", "__typename=Query");
            assertThat(socket.next()).isEqualTo(Map.of("id", "slow", "type", "complete"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SocketProtocolTests.GRIDS, SocketProtocolTests.REPORT})
    void closesOnAnIdThatAQueryOrAMutationHas(String document) throws SQLException {
        try (var socket = letIn();
                var held = holdingGrids()) {
            var variables = document.equals(SocketProtocolTests.REPORT)
                    ? Map.of("input", SocketProtocolTests.issue())
                    : Map.<String, Object>of();
            socket.subscribe("1", document, variables);
            untilWaiting();

            socket.subscribe("1", "{ __typename }", Map.of());

            assertThat(socket.closed()).isEqualTo(new RawSocket.Closed(4409, "Subscriber for 1 already exists"));
            held.rollback();
        }
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

    /// Whoever wants to read grids waits until this is rolled back.
    private Connection holdingGrids() throws SQLException {
        var connection = TestPostgres.connect(graph.database());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table grid in access exclusive mode");
        }
        return connection;
    }

    private void untilWaiting() throws SQLException {
        try (var connection = TestPostgres.connect(graph.database());
                var statement = connection.createStatement()) {
            while (true) {
                try (var rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        return;
                    }
                }
            }
        }
    }

    private RawSocket letIn() {
        return RawSocket.letIn(graph.socketUrl(), graph.token());
    }
}

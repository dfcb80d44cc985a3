package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.SlowTable;

/// Operations that take their time, and what becomes of them when nobody wants them any more.
@ApiTest
class SocketCancelTests {
    private static final Map<String, String> PING = Map.of("type", "ping");
    private static final Duration STATEMENT = Duration.ofSeconds(6);
    private static final String TWO_TABLES = "{ grids(first: 1) { nodes { name assignments { __typename } } } }";
    private static final long AWHILE_MS = 800;
    private static final int REUSES = 90;
    private static final int MAY_GO_ON = 64;
    private static final int IN_LINE = 20;

    @Autowired
    Graph graph;

    @Test
    void tellsNothingOfAnOperationThatTheClientHasCompleted() throws SQLException {
        try (var socket = letIn();
                var held = SlowTable.of(graph.database(), "grid")) {
            socket.subscribe("slow", SocketProtocolTests.GRIDS, Map.of());
            held.untilWaitedFor();

            socket.complete("slow").say(PING);

            assertThat(socket.next()).containsEntry("type", "pong");
            held.release();
            socket.subscribe("slow", "{ __typename }", Map.of());
            assertThat(socket.next().toString()).contains("id=slow", "__typename=Query");
            assertThat(socket.next()).isEqualTo(Map.of("id", "slow", "type", "complete"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SocketProtocolTests.GRIDS, SocketProtocolTests.REPORT})
    void closesOnAnIdThatAQueryOrAMutationHas(String document) throws SQLException {
        try (var socket = letIn();
                var held = SlowTable.of(graph.database(), "grid")) {
            var variables = document.equals(SocketProtocolTests.REPORT)
                    ? Map.of("input", SocketProtocolTests.issue())
                    : Map.<String, Object>of();
            socket.subscribe("1", document, variables);
            held.untilWaitedFor();

            socket.subscribe("1", "{ __typename }", Map.of());

            assertThat(socket.closed()).isEqualTo(new RawSocket.Closed(4409, "Subscriber for 1 already exists"));
            held.release();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNoStatementOfWhatIsNotWantedLongerThanOneMayTake(boolean isCompleted) throws SQLException {
        var socket = letIn();
        try (var held = SlowTable.of(graph.database(), "grid")) {
            socket.subscribe("slow", SocketProtocolTests.GRIDS, Map.of());
            held.untilWaitedFor();

            var leftAt = Instant.now();
            if (isCompleted) {
                socket.complete("slow");
            } else {
                socket.close();
            }
            held.untilNobodyWaits();

            var ended = Duration.between(leftAt, Instant.now());
            System.out.println("a statement that nobody wants any more ends after " + ended.toMillis() + " ms");
            assertThat(ended).isLessThan(STATEMENT);
        }
    }

    @Test
    void beginsNothingMoreOfWhatIsNotWanted() throws Exception {
        try (var socket = letIn();
                var grids = SlowTable.of(graph.database(), "grid");
                var assignments = SlowTable.of(graph.database(), "assignment")) {
            socket.subscribe("dropped", TWO_TABLES, Map.of());
            grids.untilWaitedFor();
            socket.complete("dropped").say(PING);
            assertThat(socket.next()).containsEntry("type", "pong");

            grids.release();

            grids.untilNobodyWaits();
            TimeUnit.MILLISECONDS.sleep(AWHILE_MS);
            assertThat(assignments.waiting()).isZero();
            socket.subscribe("wanted", TWO_TABLES, Map.of());
            assignments.untilWaitedFor();
            assignments.release();
            assertThat(socket.next().toString()).contains("id=wanted", "type=next");
        }
    }

    @Test
    void answersUnderAnIdOnlyWhatWasAskedLast() {
        try (var socket = letIn()) {
            for (int i = 0; i < REUSES; i++) {
                socket.subscribe("x", "{ a" + i + ": __typename }", Map.of());
                if (i % 3 == 0) {
                    assertThat(socket.next().toString()).contains("type=next", "a" + i + "=Query");
                    assertThat(socket.next()).isEqualTo(Map.of("id", "x", "type", "complete"));
                } else {
                    // What had gone out before the client lost interest comes before this answer.
                    socket.complete("x").subscribe("y", "{ __typename }", Map.of());
                    untilAnswered("y", socket);
                }
            }
        }
    }

    @Test
    void listensNoFasterThanWhatWasDroppedEnds() throws Exception {
        try (var socket = letIn();
                var other = letIn();
                var held = SlowTable.of(graph.database(), "grid")) {
            for (int i = 0; i < MAY_GO_ON; i++) {
                socket.subscribe("s" + i, SocketProtocolTests.GRIDS, Map.of());
            }
            held.untilWaitedFor();
            // What is dropped before its turn has come does not go on: each must have begun.
            TimeUnit.MILLISECONDS.sleep(AWHILE_MS);
            for (int i = 0; i < MAY_GO_ON; i++) {
                socket.complete("s" + i);
            }
            socket.subscribe("more", SocketProtocolTests.GRIDS, Map.of()).complete("more");
            socket.subscribe("q", SocketProtocolTests.GRIDS, Map.of());
            for (int i = 0; i < IN_LINE; i++) {
                socket.subscribe("after" + i, "{ __typename }", Map.of());
            }
            socket.say(PING);

            // Nothing that waits for its turn keeps a ping.
            assertThat(socket.next()).containsEntry("type", "pong");
            var answered = CompletableFuture.supplyAsync(socket::next);
            other.say(PING);
            assertThat(other.next()).containsEntry("type", "pong");
            assertThat(answered).isNotDone();
            held.release();

            assertThat(answered.get(20, TimeUnit.SECONDS)).containsEntry("type", "next");
            untilAnswered("q", socket);
        }
    }

    private static void untilAnswered(String id, RawSocket socket) {
        while (!Map.of("id", id, "type", "complete").equals(socket.next())) {
            continue;
        }
    }

    private RawSocket letIn() {
        return RawSocket.letIn(graph.socketUrl(), graph.token());
    }
}

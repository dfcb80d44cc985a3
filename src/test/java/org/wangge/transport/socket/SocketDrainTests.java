package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.SlowTable;
import org.wangge.transport.socket.RawSocket.Closed;

/// A server that stops asks its sockets to come back, and answers what was asked before.
@ApiTest
@DirtiesContext
@TestPropertySource(properties = "wangge.socket.drain=1s")
class SocketDrainTests {
    private static final int OTHERS = 20;

    @Autowired
    Graph graph;

    @Autowired
    Sockets sockets;

    @Test
    void answersCommandsBeforeItClosesTheirSockets() throws SQLException, InterruptedException {
        List<RawSocket> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(letIn().subscribe("s", SocketProtocolTests.EVENTS, Map.of()));
        }
        var stopped = new CountDownLatch(1);
        try (var busy = letIn();
                var held = SlowTable.of(graph.database(), "grid")) {
            busy.subscribe("m", SocketProtocolTests.REPORT, Map.of("input", SocketProtocolTests.issue()));
            busy.say(Map.of("type", "ping"));
            assertThat(busy.next()).containsEntry("type", "pong");

            sockets.stop(stopped::countDown);

            try (var late = RawSocket.open(graph.socketUrl())) {
                assertThat(late.handshake()).startsWith("HTTP/1.1 503");
            }
            held.release();
            assertThat(busy.next().toString()).contains("issue_");
            assertThat(busy.next()).containsEntry("type", "complete");
            assertThat(busy.closed()).isEqualTo(new Closed(1012, "Service restart"));
        }
        for (var other : others) {
            assertThat(other.closed()).isEqualTo(new Closed(1012, "Service restart"));
        }
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private RawSocket letIn() {
        return RawSocket.letIn(graph.socketUrl(), graph.token());
    }
}

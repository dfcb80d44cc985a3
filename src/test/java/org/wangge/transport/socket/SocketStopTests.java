package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.town.RunningWangge;
import org.wangge.town.SlowTable;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;
import org.wangge.transport.socket.RawSocket.Closed;
import tools.jackson.databind.json.JsonMapper;

/// A server process that is told to stop: what is asked is answered, sockets are told to come back over
/// a while and not all at once, and then it ends.
class SocketStopTests {
    private static final int SOCKETS = 100;
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration IN_TIME = Duration.ofSeconds(25);

    @Test
    void answersWhatWasAskedAndSpreadsItsGoodbyes(@TempDir Path folder) throws Exception {
        var database = TestPostgres.townDatabase();
        var server = RunningWangge.node(folder, database, "--wangge.socket.per-person=200")
                .untilReady();
        var url = server.http() + "/graphql";
        var token = TownAccount.EVERYTHING.signIn(url);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var busy = letIn(url, token);
                var held = SlowTable.of(database, "grid")) {
            var goodbyes = new ArrayList<Future<Instant>>();
            for (int i = 0; i < SOCKETS; i++) {
                goodbyes.add(threads.submit(goodbye(letIn(url, token))));
            }
            busy.subscribe("m", SocketProtocolTests.REPORT, Map.of("input", SocketProtocolTests.issue()));
            held.untilWaitedFor();
            var asked = ask(url, token);

            var toldAt = Instant.now();
            var ended = threads.submit(server::terminated);
            busy.say(Map.of("type", "ping"));
            assertThat(busy.next()).containsEntry("type", "pong");
            held.release();

            assertThat(busy.next().toString()).contains("issue_");
            assertThat(busy.next()).containsEntry("type", "complete");
            assertThat(busy.closed()).isEqualTo(new Closed(1012, "Service restart"));
            assertThat(asked.join()).contains("\"nodes\"");
            assertThat(spread(goodbyes)).isBetween(WINDOW.dividedBy(2), WINDOW.multipliedBy(2));
            assertThat(ended.get()).isEqualTo(143);
            var needed = Duration.between(toldAt, Instant.now());
            System.out.println("a server with " + SOCKETS + " sockets stops in " + needed.toMillis() + " ms");
            assertThat(needed).isLessThan(IN_TIME);
        } finally {
            server.stop();
        }
    }

    private static RawSocket letIn(String url, String token) {
        return RawSocket.letIn(url.replaceFirst("http", "ws"), token);
    }

    private static Callable<Instant> goodbye(RawSocket socket) {
        return () -> {
            try (socket) {
                assertThat(socket.closed()).isEqualTo(new Closed(1012, "Service restart"));
                return Instant.now();
            }
        };
    }

    private static Duration spread(List<Future<Instant>> goodbyes) throws Exception {
        var at = new ArrayList<Instant>();
        for (var goodbye : goodbyes) {
            at.add(goodbye.get());
        }
        at.sort(null);
        return Duration.between(at.getFirst(), at.getLast());
    }

    /// A query that waits for the grids too.
    private static CompletableFuture<String> ask(String url, String token) {
        var body = JsonMapper.shared().writeValueAsString(Map.of("query", SocketProtocolTests.GRIDS));
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }
}

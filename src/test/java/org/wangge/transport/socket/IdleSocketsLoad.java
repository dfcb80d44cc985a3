package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.town.RunningWangge;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

/// What many sockets cost that are open and silent: `-Dwangge.load.sockets=10000`, of which each end
/// needs a file descriptor.
@EnabledIfSystemProperty(named = "wangge.load.sockets", matches = "\\d+")
class IdleSocketsLoad {
    private static final int SOCKETS = Integer.getInteger("wangge.load.sockets", 0);
    private static final HttpClient CLIENT = HttpClient.create(ConnectionProvider.newConnection());
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+)");

    @Test
    void costLittleAndLeaveTheServerAnswering(@TempDir Path folder) throws Exception {
        var server = RunningWangge.node(
                        Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"),
                        folder,
                        TestPostgres.townDatabase(),
                        "--wangge.socket.per-person=" + 2 * SOCKETS,
                        "--wangge.access.access-token=30m")
                .untilReady();
        try {
            measure(server);
        } finally {
            server.stop();
        }
    }

    private static void measure(RunningWangge server) throws Exception {
        var url = server.http().replaceFirst("http", "ws") + "/graphql";
        var token = TownAccount.EVERYTHING.signIn(server.http() + "/graphql");
        var before = heap(server);
        var rss = rss(server);
        var letIn = new CountDownLatch(SOCKETS);
        var closed = new AtomicInteger();
        var begun = Instant.now();
        var sockets = Flux.range(0, SOCKETS)
                .flatMap(i -> idle(url, token, letIn).doFinally(signal -> closed.incrementAndGet()), SOCKETS)
                .subscribe();
        assertThat(letIn.await(5, TimeUnit.MINUTES)).isTrue();
        System.out.println(SOCKETS + " sockets are let in within " + Duration.between(begun, Instant.now()));

        var after = heap(server);
        TimeUnit.SECONDS.sleep(70);
        System.out.println("heap before " + before / 1024 + " MB, with sockets " + after / 1024 + " MB, after 70 s "
                + heap(server) / 1024 + " MB: " + (after - before) / (double) SOCKETS + " KB a socket; resident "
                + rss / 1024 + " MB, then " + rss(server) / 1024 + " MB; closed: " + closed);
        answers(url, token);
        assertThat(closed).hasValue(0);
        sockets.dispose();
    }

    /// Says who it is, answers pings as its library does, and nothing else.
    private static Mono<Void> idle(String url, String token, CountDownLatch letIn) {
        var init = JsonMapper.shared()
                .writeValueAsString(Map.of("type", "connection_init", "payload", RawSocket.authorization(token)));
        return CLIENT.websocket(WebsocketClientSpec.builder()
                        .protocols("graphql-transport-ws")
                        .build())
                .uri(url)
                .handle((inbound, outbound) -> outbound.sendString(Mono.just(init))
                        .then(inbound.receive()
                                .asString()
                                .doOnNext(message -> {
                                    if (message.contains("connection_ack")) {
                                        letIn.countDown();
                                    }
                                })
                                .then()))
                .then();
    }

    private static void answers(String url, String token) {
        var begun = Instant.now();
        try (var socket = RawSocket.letIn(url, token)) {
            socket.subscribe("q", SocketProtocolTests.GRIDS, Map.of());
            assertThat(socket.next()).containsEntry("type", "next");
        }
        System.out.println("one more is let in and answered within "
                + Duration.between(begun, Instant.now()).toMillis() + " ms");
    }

    /// In KB, of what is alive.
    private static long heap(RunningWangge server) throws IOException {
        jcmd(server, "GC.run");
        return USED.matcher(jcmd(server, "GC.heap_info"))
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .limit(2)
                .sum();
    }

    private static long rss(RunningWangge server) throws IOException {
        var status = Files.readString(Path.of("/proc/" + server.pid() + "/status"));
        return RSS.matcher(status)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static String jcmd(RunningWangge server, String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, String.valueOf(server.pid()), command)
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

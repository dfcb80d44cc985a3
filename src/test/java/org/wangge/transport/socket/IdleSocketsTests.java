package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
class IdleSocketsTests {
    private static final int SOCKETS = Integer.getInteger("wangge.load.sockets", 0);
    private static final int AT_ONCE = 50;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+)");

    @Test
    void costLittleAndLeaveTheServerAnswering(@TempDir Path folder) throws Exception {
        var server = RunningWangge.start(
                        Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"),
                        folder,
                        "--wangge.database.url=" + TestPostgres.jdbcUrl(TestPostgres.townDatabase()),
                        "--wangge.database.user=postgres",
                        "--wangge.personal.master-key=" + org.wangge.town.TestPostgres.class.getName(),
                        "--wangge.socket.per-person=" + 2 * SOCKETS)
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
}

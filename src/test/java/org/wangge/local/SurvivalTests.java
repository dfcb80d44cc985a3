package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.town.RunningWangge;

/// One life of a data folder, from the first start through every way of being stopped. In order:
/// each test finds the folder as the one before left it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SurvivalTests {
    @TempDir
    static Path temporary;

    private Path data;
    private RunningWangge wangge;
    private final Witness witness = new Witness();

    @AfterAll
    void stop() throws InterruptedException {
        wangge.stop();
    }

    @Test
    @Order(1)
    void endsTheFirstStartInABoxAndSaysNothingElse() {
        data = temporary.resolve("data");

        wangge = RunningWangge.start(data).untilReady();

        assertThat(wangge.output())
                .startsWith("┌")
                .contains("is ready after", "POST " + wangge.http() + "/graphql", "PostgreSQL 18.", "embedded")
                .contains(data.toString(), "Ctrl-C (process " + wangge.pid() + ")")
                .contains("46 grids 网格", "66,473 residents 居民")
                .contains("19 demo accounts", DemoAccounts.PASSWORD);
        assertThat(wangge.output().lines().map(Box::width).distinct()).hasSize(1);
    }

    @Test
    @Order(2)
    void losesNothingByItsSettingsAndAsksForAPassword() throws Exception {
        try (var connection = wangge.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select current_setting('fsync') || current_setting('synchronous_commit')
                                   || current_setting('full_page_writes'),
                               current_setting('listen_addresses'),
                               (select rolsuper from pg_roles where rolname = current_user)
                        """)) {
            row.next();

            assertThat(row.getString(1)).isEqualTo("ononon");
            assertThat(row.getString(2)).isEqualTo("127.0.0.1");
            assertThat(row.getBoolean(3)).isFalse();
        }
        assertThat(Files.readString(data.resolve("cluster/pg_hba.conf"))).doesNotContain("trust\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/master"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(3)
    void refusesASecondStartOnTheSameFolder() throws Exception {
        var second = RunningWangge.start(data);

        assertThat(second.untilEnd()).isEqualTo(1);
        assertThat(second.output())
                .contains("already running on the data folder " + data + " (process " + wangge.pid() + ")")
                .contains("--wangge.local.data=data2")
                .doesNotContain("Exception");
        assertThat(witness.writes(wangge).lost(wangge)).isZero();
    }

    @Test
    @Order(4)
    void refusesATakenPortBeforeAnyPostgresIsStarted() throws Exception {
        var port = wangge.http().substring(wangge.http().lastIndexOf(':') + 1);
        var elsewhere = temporary.resolve("elsewhere");

        var second = RunningWangge.start(elsewhere, "--server.port=" + port);

        assertThat(second.untilEnd()).isEqualTo(1);
        assertThat(second.output())
                .contains("Port " + port + " cannot be opened")
                .contains("-Dspring-boot.run.arguments=--server.port=8081")
                .doesNotContain("Exception");
        assertThat(elsewhere.resolve("postgres.log")).doesNotExist();
    }

    @Test
    @Order(5)
    void stopsPostgresWithoutCuttingAnySession() throws Exception {
        var box = wangge.output();
        assertThat(health()).contains("UP");
        untilThePoolStands();

        wangge.terminated();

        assertThat(wangge.output()).isEqualTo(box);
        assertThat(log())
                .contains("database system is shut down")
                .doesNotContain("terminating connection", "not properly shut down");
    }

    @Test
    @Order(6)
    void losesNothingWhenTheServerIsKilled() throws Exception {
        wangge = RunningWangge.start(data).untilReady();
        witness.writes(wangge);
        var orphan = wangge.postmaster();

        wangge.killed();
        assertThat(orphan.isAlive()).isTrue();
        wangge = RunningWangge.start(data).untilReady();

        assertThat(orphan.isAlive()).isFalse();
        assertThat(witness.lost(wangge)).isZero();
    }

    @Test
    @Order(7)
    void losesNothingWhenServerAndPostgresAreKilledInFullSwing() throws Exception {
        var swing = new CompletableFuture<Void>();
        var writing = witness.writesUntilCutOff(wangge, swing);
        swing.orTimeout(20, TimeUnit.SECONDS).join();

        wangge.postmaster().destroyForcibly();
        wangge.killed();
        writing.join();
        wangge = RunningWangge.start(data).untilReady();

        assertThat(log()).contains("not properly shut down; automatic recovery in progress");
        assertThat(witness.lost(wangge)).isZero();
    }

    @Test
    @Order(8)
    void leavesNothingUnfinishedInTheFolder() throws Exception {
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("-.*", "")))
                    .containsExactlyInAnyOrder("cluster", "keys", "lock", "password", "postgres.log", "programs");
        }
    }

    /// Asks through the pool, which opens its connections then.
    private String health() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(wangge.http() + "/actuator/health"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /// A connection still in the making when the pool is closed would be cut by PostgreSQL.
    private void untilThePoolStands() throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline && sessions() < 8) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(sessions()).isEqualTo(8);
    }

    private int sessions() throws SQLException, IOException {
        try (var connection = wangge.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select count(*)
                        from pg_stat_activity
                        where application_name = 'wangge'
                          and state = 'idle'
                        """)) {
            row.next();
            return row.getInt(1);
        }
    }

    private String log() throws IOException {
        return Files.readString(data.resolve("postgres.log"));
    }
}

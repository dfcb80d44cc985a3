package org.wangge.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.wangge.access.personal.TestKeys;

/// The real application in a process of its own, as a person starts it.
public final class RunningWangge {
    private static final int PATIENCE_SECONDS = 180;
    private static final Pattern DATABASE = Pattern.compile("at (127\\.0\\.0\\.1:\\d+/wangge)");
    private static final Pattern HTTP = Pattern.compile("curl (http://127\\.0\\.0\\.1:\\d+)");

    private final Path data;
    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Void> boxed = new CompletableFuture<>();
    private final Thread reader;

    private RunningWangge(Path data, Process process) {
        this.data = data;
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    public static RunningWangge start(Path data, String... options) {
        return start(Map.of(), data, options);
    }

    public static RunningWangge start(Map<String, String> environment, Path data, String... options) {
        var builder = new ProcessBuilder(command(data, options)).redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().putAll(environment);
        try {
            return new RunningWangge(data, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One of several nodes on a database of the tests, which stops as soon as it has nothing in hand.
    public static RunningWangge node(Path data, String database, String... options) {
        return node(Map.of(), data, database, options);
    }

    public static RunningWangge node(Map<String, String> environment, Path data, String database, String... options) {
        var all = new ArrayList<>(List.of(
                "--wangge.database.url=" + TestPostgres.jdbcUrl(database),
                "--wangge.database.user=postgres",
                "--wangge.personal.master-key=" + TestKeys.MASTER,
                "--spring.reactor.netty.shutdown-quiet-period=0s"));
        all.addAll(List.of(options));
        return start(environment, data, all.toArray(String[]::new));
    }

    public RunningWangge untilReady() {
        boxed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return this;
    }

    /// The exit status, when all output has been read.
    public int untilEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
            throw new IllegalStateException("still running: " + output());
        }
        reader.join(Duration.ofSeconds(PATIENCE_SECONDS));
        return process.exitValue();
    }

    /// SIGTERM, as from `kill`, a container or Maven on Ctrl-C.
    public int terminated() throws InterruptedException {
        process.destroy();
        return untilEnd();
    }

    /// kill -9: no hook runs.
    public void killed() throws InterruptedException {
        process.destroyForcibly();
        untilEnd();
    }

    public String output() {
        return output.toString();
    }

    public long pid() {
        return process.pid();
    }

    public String http() {
        return found(HTTP);
    }

    public ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    public Connection database() throws SQLException, IOException {
        var password = Files.readString(data.resolve("password"));
        return DriverManager.getConnection("jdbc:postgresql://" + found(DATABASE), "wangge", password);
    }

    public void stop() throws InterruptedException {
        if (process.isAlive()) {
            terminated();
        }
    }

    private static List<String> command(Path data, String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.wangge.WanggeApplication",
                "--wangge.local.data=" + data,
                "--wangge.limits.cost.budget=100000000",
                "--wangge.limits.cost.per-second=100000000"));
        command.addAll(List.of(options));
        return command;
    }

    private String found(Pattern pattern) {
        return pattern.matcher(output).results().findFirst().orElseThrow().group(1);
    }

    private void read() {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).lines();
        lines.forEach(line -> {
            output.append(line).append('\n');
            if (line.startsWith("└")) {
                boxed.complete(null);
            }
        });
        boxed.completeExceptionally(new IllegalStateException(output()));
    }
}

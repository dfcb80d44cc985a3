package org.wangge.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A PostgreSQL that outlived its server (kill -9): it still holds the cluster. It is told to stop,
/// which loses nothing, but only when the process that the pid file names really is that one.
final class Leftover {
    private final Path cluster;
    private final Programs programs;

    Leftover(Path cluster, Programs programs) {
        this.cluster = cluster;
        this.programs = programs;
    }

    void takeDown() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var process = ProcessHandle.of(pid(pidFile)).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return; // PostgreSQL clears the stale file itself
        }
        if (!holdsCluster(process.get().info())) {
            Files.delete(pidFile); // the number went to another program, and PostgreSQL would refuse
            return;
        }
        stop(process.get());
    }

    private static long pid(Path pidFile) throws IOException {
        var first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("\\d{1,18}") ? Long.parseLong(first) : Long.MAX_VALUE;
    }

    private boolean holdsCluster(ProcessHandle.Info info) {
        var command = info.command().orElse("");
        return info.arguments()
                .map(arguments -> isPostgres(command) && namesCluster(arguments))
                .orElseGet(() -> programs.contain(command));
    }

    private static boolean isPostgres(String command) {
        return command.endsWith("postgres") || command.endsWith("postgres.exe");
    }

    private boolean namesCluster(String... arguments) {
        return Arrays.asList(arguments).contains(cluster.toString());
    }

    private void stop(ProcessHandle process) throws IOException {
        if (!new Postmaster(cluster, programs).stop()) {
            throw new CannotStart(
                    "A PostgreSQL that an earlier start left behind (process %d) does not stop."
                            .formatted(process.pid()),
                    "Stop it by hand: kill -INT %d. Its data in %s is safe.".formatted(process.pid(), cluster));
        }
    }
}

package org.wangge.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first process of a PostgreSQL, started and stopped. It is the leader of its own process
/// group, so a Ctrl-C in the terminal does not reach it before the server is done with it.
final class Postmaster {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=100",
            "shared_buffers=128MB",
            // No statement, no parameter and no value in an error gets into the log; errors are told to us.
            "log_statement=none",
            "log_min_duration_statement=-1",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "timezone=UTC",
            "log_timezone=UTC");

    private final Path cluster;
    private final Programs programs;

    Postmaster(Path cluster, Programs programs) {
        this.cluster = cluster;
        this.programs = programs;
    }

    /// Waits until it is ready; a recovery after a crash may take minutes.
    boolean start(int port, Path log) throws IOException {
        return pgCtl("start", "-t", "600", "-l", log.toString(), "-o", options(port));
    }

    /// Lets the sessions end by themselves, and after a few seconds cuts those that do not; then all
    /// is written to disk.
    boolean stop() throws IOException {
        return pgCtl("stop", "-m", "smart", "-t", "5") || pgCtl("stop", "-m", "fast", "-t", "60");
    }

    private boolean pgCtl(String verb, String... options) throws IOException {
        var arguments = Stream.concat(Stream.of(verb, "-w", "-D", cluster.toString()), Stream.of(options));
        return programs.run("pg_ctl", arguments.toArray(String[]::new)) == 0;
    }

    private static String options(int port) {
        return Stream.concat(Stream.of("port=" + port), SETTINGS.stream())
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }
}

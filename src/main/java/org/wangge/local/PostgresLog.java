package org.wangge.local;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What PostgreSQL and its programs wrote since this start began.
final class PostgresLog {
    private static final int LAST_LINES = 12;
    private static final List<String> PASSING =
            List.of("pre-existing shared memory block", "could not bind IPv4 address");

    private final Path file;
    private long start;

    PostgresLog(Path file) {
        this.file = file;
    }

    /// From here on.
    void mark() throws IOException {
        start = Files.exists(file) ? Files.size(file) : 0;
    }

    /// Whether it failed for a reason that passes.
    boolean saysTryAgain() {
        var text = text();
        return PASSING.stream().anyMatch(text::contains);
    }

    String tail() {
        var lines = text().lines().toList();
        return lines.stream()
                .skip(Math.max(0, lines.size() - LAST_LINES))
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
    }

    private String text() {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(start);
            var bytes = Channels.newInputStream(channel).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}

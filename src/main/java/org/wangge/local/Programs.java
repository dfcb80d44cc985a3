package org.wangge.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the programs of PostgreSQL; what they say goes to the log. PostgreSQL refuses to run as
/// root, so root steps down into a user namespace, where it is nobody and yet owns its files.
final class Programs {
    private static final List<String> STEP_DOWN = List.of("unshare", "-U");

    private final Path home;
    private final Path log;
    private final boolean asRoot;

    Programs(Path home, Path log, boolean asRoot) {
        this.home = home;
        this.log = log;
        this.asRoot = asRoot;
    }

    /// @throws CannotStart if this is root and the machine does not let it step down
    void refuseRootWithoutStepDown() {
        try {
            if (!asRoot || run(List.of("unshare", "-U", "true")) == 0) {
                return;
            }
        } catch (IOException ignored) {
            // no such program: the same answer
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, and this machine does not let root step down"
                        + " (unshare -U fails).",
                "Start Wangge as an ordinary user, with a data folder of its own (in a container:"
                        + " --user 1000), or name a PostgreSQL of your own with wangge.database.url.");
    }

    /// The exit status; 0 is success.
    int run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>(asRoot ? STEP_DOWN : List.of());
        command.add(home.resolve("bin", program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    /// Whether that command, running somewhere, is one of these programs.
    boolean contain(String command) {
        return Path.of(command).startsWith(home.resolve("bin"));
    }

    private int run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command, e);
        }
    }
}

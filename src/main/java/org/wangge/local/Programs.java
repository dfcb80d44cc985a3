package org.wangge.local;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/// Runs the programs of PostgreSQL; what they say goes to the log. PostgreSQL refuses to run as
/// root and as a user without a name (a bare number, as in containers): these step down into a
/// user namespace, where they are nobody and yet own their files.
final class Programs {
    private static final List<String> STEP_DOWN = List.of("unshare", "-U");

    private final Path home;
    private final Path log;
    private final boolean stepsDown;

    Programs(Path home, Path log, UserPrincipal user) {
        this.home = home;
        this.log = log;
        this.stepsDown = user.getName().matches("root|\\d+");
    }

    /// @throws CannotStart if the user has to step down and the machine does not allow it
    void refuseUserWhoCannotStepDown() {
        try {
            if (!stepsDown || run(List.of("unshare", "-U", "true")) == 0) {
                return;
            }
        } catch (IOException ignored) {
            // no such program: the same answer
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, nor as a user without a name, and this machine does not"
                        + " let them step down (unshare -U fails).",
                "Start Wangge as an ordinary user with an entry in /etc/passwd and a data folder of its"
                        + " own, or name a PostgreSQL of your own with wangge.database.url.");
    }

    /// The exit status; 0 is success.
    int run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>(stepsDown ? STEP_DOWN : List.of());
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

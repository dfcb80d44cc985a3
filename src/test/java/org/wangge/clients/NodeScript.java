package org.wangge.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A script in `src/test/clients`. It needs Node.js and its packages: without these a test is skipped with a
/// word, but fails in CI, where nobody would read it.
final class NodeScript {
    private static final Path SCRIPTS = Path.of("src/test/clients");
    private static final int PATIENCE_SECONDS = 120;

    private NodeScript() {}

    static void runs(String script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var ended = ended(script, environment, arguments);
        assertThat(ended.status()).as("%s:%n%s", script, ended.told()).isZero();
        System.out.print(ended.told());
    }

    /// How it ended, and what it said until then.
    static Ended ended(String script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        requireNodeAndThePackages();
        var output = Files.createTempFile("node", ".txt");
        var builder = new ProcessBuilder("node", SCRIPTS.resolve(script).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        var process = builder.start();

        var hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);

        process.destroyForcibly();
        var told = Files.readString(output);
        Files.delete(output);
        assertThat(hasEnded).as("%s does not end:%n%s", script, told).isTrue();
        return new Ended(process.exitValue(), told);
    }

    record Ended(int status, String told) {}

    private static void requireNodeAndThePackages() {
        if (!Files.isDirectory(SCRIPTS.resolve("node_modules"))) {
            missing("The npm packages of the test clients are missing: run `npm ci --prefix src/test/clients`.");
        }
        if (!isNodeThere()) {
            missing("There is no `node` on the path: install Node.js 20 or newer, then run"
                    + " `npm ci --prefix src/test/clients`.");
        }
    }

    private static boolean isNodeThere() {
        try {
            var process = new ProcessBuilder("node", "--version").start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notFound) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void missing(String sentence) {
        if ("true".equals(System.getenv("CI"))) {
            fail(sentence);
        }
        System.out.println("Skipped: " + sentence);
        abort(sentence);
    }
}

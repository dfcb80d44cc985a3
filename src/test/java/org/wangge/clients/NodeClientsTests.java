package org.wangge.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

/// The scripts in `src/test/clients`. They need Node.js and their packages: without these the tests
/// are skipped with a word, but fail in CI, where nobody would read it.
@ApiTest
class NodeClientsTests {
    private static final Path SCRIPTS = Path.of("src/test/clients");
    private static final int PATIENCE_SECONDS = 60;

    @Autowired
    Graph graph;

    @TempDir
    Path temporary;

    @BeforeEach
    void needsNodeAndThePackages() {
        if (!Files.isDirectory(SCRIPTS.resolve("node_modules"))) {
            missing("The npm packages of the test clients are missing: run `npm ci --prefix src/test/clients`.");
        }
        if (!isNodeThere()) {
            missing("There is no `node` on the path: install Node.js 20 or newer, then run"
                    + " `npm ci --prefix src/test/clients`.");
        }
    }

    @Test
    void graphqlWsHearsOfAnIssueWithinASecondAndMissesNothing() throws Exception {
        runs("live.mjs");
    }

    @Test
    void graphqlWsAsksAndCommandsAndListensOverOneSocket() throws Exception {
        runs("socket.mjs");
    }

    @Test
    void graphqlJsFindsTheContractValidAndServedAsWritten() throws Exception {
        runs("schema.mjs");
    }

    @Test
    void graphqlHttpFindsNothingAgainstTheProtocol() throws Exception {
        runs("audit.mjs");
    }

    @Test
    void graphqlSseQueriesCommandsAndListens() throws Exception {
        runs("sse.mjs");
    }

    @Test
    void apolloQueriesAndCommands() throws Exception {
        runs("apollo.mjs");
    }

    @Test
    void urqlQueriesCommandsAndListens() throws Exception {
        runs("urql.mjs");
    }

    private void runs(String script) throws IOException, InterruptedException {
        var output = temporary.resolve("output");
        var builder = new ProcessBuilder("node", SCRIPTS.resolve(script).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("WANGGE_URL", graph.url());
        builder.environment().put("WANGGE_TOKEN", String.valueOf(graph.token()));
        var process = builder.start();

        var hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);

        process.destroyForcibly();
        var told = Files.readString(output);
        assertThat(hasEnded).as("%s does not end:%n%s", script, told).isTrue();
        assertThat(process.exitValue()).as("%s:%n%s", script, told).isZero();
        System.out.print(told);
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

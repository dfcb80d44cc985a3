package org.wangge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Graph;
import org.wangge.town.StreetTest;

/// The commands of the README, pasted one after the other into a shell beside the demo street: each
/// answers what the README says after its arrow, where `…` stands for anything.
@StreetTest
class ReadmeTests {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PROMISE = Pattern.compile("^# → (.*)$", Pattern.MULTILINE);
    private static final String MARK = "==== ";
    private static final int PATIENCE_SECONDS = 300;

    @Autowired
    Graph graph;

    @TempDir
    Path folder;

    private final List<String> promises = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyCommandKeepsItsPromise(String file) throws Exception {
        needsAShellAndCurl();
        var script = blocks(file).map(this::executable).collect(Collectors.joining("\n")) + whatWasHeard();

        var answers = run(script.replace("http://127.0.0.1:8080/graphql", graph.url()))
                .split(MARK + "\\d+\n", -1);

        assertThat(promises).hasSizeGreaterThan(20);
        assertThat(answers).hasSize(promises.size() + 1);
        for (var i = 0; i < promises.size(); i++) {
            assertThat(answers[i]).as(promises.get(i)).containsPattern(pattern(promises.get(i)));
        }
    }

    private static Stream<String> blocks(String file) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of(file)))
                .results()
                .filter(block -> block.group(1).isEmpty())
                .map(block -> block.group(2))
                .filter(block -> block.contains("curl ") || block.contains("ask "));
    }

    /// Each promise becomes a mark in the output. Who listens does so beside the commands that follow.
    private String executable(String block) {
        if (block.contains("curl -N")) {
            return "( " + block.replace("curl -N", "exec curl -N --max-time " + PATIENCE_SECONDS)
                    + " ) > heard &\nlistener=$!\nuntil [ -s heard ]; do sleep 0.1; done\n";
        }
        return PROMISE.matcher(block).replaceAll(promise -> "echo; echo '" + mark(promise.group(1)) + "'");
    }

    /// The feed tells of the report at once; ten seconds are enough on any machine.
    private String whatWasHeard() {
        return "\nfor i in $(seq 100); do grep -q REPORT heard && break; sleep 0.1; done\n"
                + "kill $listener; cat heard; echo '" + mark("\"move\":\"REPORT\"") + "'\n";
    }

    private String mark(String promise) {
        promises.add(promise);
        return MARK + promises.size();
    }

    private static Pattern pattern(String promise) {
        return Pattern.compile(
                Stream.of(promise.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private String run(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        var hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        var output = Files.readString(folder.resolve("output"));
        assertThat(hasEnded).as(output).isTrue();
        return output;
    }

    private static void needsAShellAndCurl() throws InterruptedException {
        try {
            var version = new ProcessBuilder("bash", "-c", "curl --version").start();
            if (version.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && version.exitValue() == 0) {
                return;
            }
        } catch (IOException notFound) {
            System.out.println(notFound.getMessage());
        }
        assertThat(System.getenv("CI")).as("bash and curl are missing").isNotEqualTo("true");
        abort("The commands of the README need bash and curl.");
    }
}

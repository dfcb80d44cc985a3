package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.RunningWangge;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server under test and another one, a process of its own, on one database: whichever of them is
/// asked, a key has one effect and a version one winner.
@ApiTest
@TestPropertySource(properties = "test.town=two-nodes")
class TwoNodesOnOneIssueTests {
    private static final int TWINS = 100;
    private static final int CLIENTS = 64;
    private static final int COMMANDS = 1_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SUPERVISE = """
            mutation($input: SuperviseIssueInput!) { superviseIssue(input: $input) {
              issue { version } refusal { code ... on StaleVersion { expected current } } replayed cursor } }""";

    private static RunningWangge other;

    @Autowired
    Graph graph;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startTheOther(@Autowired Graph graph) {
        other = RunningWangge.node(folder, graph.database(), "--wangge.access.access-token=30m")
                .untilReady();
    }

    @AfterAll
    static void stopTheOther() throws InterruptedException {
        other.stop();
    }

    @Test
    void aKeySentAHundredTimesToBothHasOneEffect() throws Exception {
        var issue = reported("一百次同一条督办");
        var key = UUID.randomUUID();

        var answers = together(
                TWINS,
                number -> sent(
                        number,
                        Map.of("key", key.toString(), "issueId", issue.id(), "expectedVersion", 1, "text", "请抓紧办理")));

        assertThat(answers).allMatch(answer -> answer.at("/refusal").isNull());
        assertThat(answers)
                .extracting(answer -> answer.at("/issue/version").asInt())
                .containsOnly(2);
        assertThat(answers)
                .filteredOn(answer -> !answer.at("/replayed").asBoolean())
                .hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.at("/cursor").asString())
                .doesNotContainNull();
        assertThat(issue.texts("select count(*) from issue_supervision where issue_id = :id"))
                .containsExactly("1");
        assertThat(issue.texts("select count(*) from event where subject = :id and type = 'ISSUE_SUPERVISED'"))
                .containsExactly("1");
    }

    @Test
    void sixtyFourClientsOfBothWinEachVersionOnce() throws Exception {
        var issue = reported("两台服务器上的六十四人");
        var left = new AtomicInteger(COMMANDS);
        var done = new AtomicInteger();

        together(CLIENTS, number -> {
            var version = 1;
            while (left.getAndDecrement() > 0) {
                var answer = sent(
                        number,
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "issueId",
                                issue.id(),
                                "expectedVersion",
                                version,
                                "text",
                                "请抓紧办理"));
                if (answer.at("/refusal").isNull()) {
                    done.incrementAndGet();
                } else {
                    assertThat(answer.at("/refusal/code").asString())
                            .as(answer.toString())
                            .isEqualTo("STALE_VERSION");
                    assertThat(answer.at("/refusal/current").asInt()).isGreaterThan(version);
                }
                assertThat(answer.at("/issue/version").asInt()).isGreaterThan(version);
                version = answer.at("/issue/version").asInt();
            }
            return JSON.nullNode();
        });

        assertThat(issue.row("version")).isEqualTo(String.valueOf(done.get() + 1));
        System.out.println("of " + COMMANDS + " commands " + done.get() + " were carried out");
    }

    private interface Client {
        JsonNode ask(int number) throws Exception;
    }

    private static List<JsonNode> together(int many, Client client) throws Exception {
        var calls = new ArrayList<Callable<JsonNode>>();
        for (int i = 0; i < many; i++) {
            var number = i;
            calls.add(() -> client.ask(number));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<JsonNode>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /// By turns to the one and the other.
    private JsonNode sent(int number, Map<String, Object> input) throws Exception {
        var url = number % 2 == 0 ? graph.url() : other.http() + "/graphql";
        var body = JSON.writeValueAsString(Map.of("query", SUPERVISE, "variables", Map.of("input", input)));
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Bearer " + graph.as(TownAccount.EVERYTHING).token())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        var payload = JSON.readTree(answer).at("/data/superviseIssue");
        assertThat(payload.isObject()).as(answer).isTrue();
        return payload;
    }

    private Matter reported(String text) {
        return Matter.reported(
                graph,
                Map.of("category", "GREENERY", "description", text, "source", "PHONE", "gridId", Town.EAST_YARD.id()));
    }
}

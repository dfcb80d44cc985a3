package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.context.TestPropertySource;
import org.wangge.graphql.GlobalId;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What can be wrong with a command on an issue, for each command that the schema has: it is refused
/// in the language of whoever asks, and nothing in the database changes.
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"test.town=bad-input", "wangge.clock.scan=1h"})
class BadInputOfCommandsTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NUL = "@nul@";
    private static final String LONE_SURROGATE = "@lone@";
    private static final String HAN = "(?s).*\\p{IsHan}.*";
    private static final String DOCUMENT = """
            mutation($input: %s!) { done: %s(input: $input) { issue { id version status } replayed refusal {
              code message ... on InputRejected { problems { path code message } }
              ... on StaleVersion { expected current } ... on MoveNotAllowed { status allowed } } } }""";

    @Autowired
    Graph graph;

    @Autowired
    GraphQlSource source;

    private CommandInputs inputs;
    private Matter open;
    private Matter ended;
    private Matter hidden;

    @BeforeAll
    void prepare() {
        open = reported(Town.EAST_YARD, "PUBLIC");
        hidden = reported(Town.BRIDGE_YARD, "PRIVATE");
        ended = reported(Town.EAST_YARD, "PUBLIC");
        ended.done(graph, "withdrawIssue", Map.of());
        inputs = new CommandInputs(source.schema(), hidden.id());
    }

    @Test
    void knowsAllCommandsOfTheFlow() {
        assertThat(inputs.names()).hasSizeGreaterThanOrEqualTo(36).contains("acceptIssue", "superviseIssue");
    }

    @TestFactory
    Stream<DynamicTest> idsThatNameNothing() {
        return each(command -> {
            fails(graph, command, of(command, GlobalId.encode("issue", UUID.randomUUID())), "NOT_FOUND");
            fails(graph, command, of(command, Town.EAST_YARD.id()), "WRONG_ID_TYPE");
            fails(graph, command, of(command, "issue_of_nobody"), "INVALID_ID");
        });
    }

    @TestFactory
    Stream<DynamicTest> issuesOutOfSightAreAsUnknownOnes() {
        return each(command -> {
            var wang = graph.as(TownAccount.WANG);
            var unknown = fails(wang, command, of(command, GlobalId.encode("issue", UUID.randomUUID())), "NOT_FOUND");
            var outOfSight = fails(wang, command, of(command, hidden.id()), "NOT_FOUND");
            assertThat(outOfSight.at("/message")).isEqualTo(unknown.at("/message"));
        });
    }

    @TestFactory
    Stream<DynamicTest> versionsThatWereNotRead() {
        return each(command -> {
            for (var version : List.of(0, 2, Integer.MAX_VALUE)) {
                var stale = refused(graph, command, inputs.of(command, open.id(), version), "STALE_VERSION");
                assertThat(stale.at("/refusal/current").asInt()).isEqualTo(1);
                assertThat(stale.at("/issue/version").asInt()).isEqualTo(1);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> statesThatTheMoveDoesNotLeave() {
        return each(command -> {
            var stays = refused(graph, command, inputs.of(command, ended.id(), ended.version()), "MOVE_NOT_ALLOWED");
            assertThat(stays.at("/refusal/allowed").size()).isZero();
            assertThat(stays.at("/issue/status").asString()).isEqualTo("WITHDRAWN");
        });
    }

    @TestFactory
    Stream<DynamicTest> keysThatAreMissingMalformedOrUsed() {
        var used = UUID.randomUUID().toString();
        var spent = reported(Town.EAST_YARD, "PUBLIC");
        spent.done(graph, "superviseIssue", Map.of("key", used, "text", "请抓紧办理"));
        return each(command -> {
            var input = of(command, open.id());
            input.remove("key");
            fails(graph, command, input, "INVALID_VALUE");
            input.put("key", "not-a-key");
            fails(graph, command, input, "INVALID_VALUE");
            input.put("key", used);
            refused(graph, command, input, "KEY_REUSED");
        });
    }

    @TestFactory
    Stream<DynamicTest> wordsThatAreTooShortOrTooLong() {
        return each(command -> {
            for (var words : inputs.words(command)) {
                if (!isReadLater(words)) {
                    rejected(command, words, "😀".repeat(words.most() + 1), "TOO_LONG");
                    taken(command, words, "😀".repeat(words.most()));
                    if (words.least() > 0) {
                        rejected(command, words, " \n\u3000", "REQUIRED");
                    }
                    if (words.least() > 1) {
                        rejected(command, words, "😀".repeat(words.least() - 1), "TOO_SHORT");
                    }
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> charactersThatCannotBeKept() {
        return each(command -> {
            for (var words : inputs.words(command)) {
                var right = of(command, open.id());
                for (var bad : List.of(NUL, LONE_SURROGATE)) {
                    fails(graph, command, inputs.with(right, command, words, "坏字符" + bad), "INVALID_TEXT");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> peopleWhoDoNotSayWhoTheyAre() {
        return each(command -> {
            fails(graph.anonymous(), command, of(command, open.id()), "SIGN_IN_REQUIRED");
            if (inputs.takesCode(command)) {
                for (var code : List.of("", "0000-0000", "不是查询码", code(hidden))) {
                    var input = of(command, open.id());
                    input.put("trackingCode", code);
                    fails(graph.anonymous(), command, input, "NOT_FOUND");
                }
            }
        });
    }

    /// What is only read when the move is made: the parts that other packages check.
    private static boolean isReadLater(CommandInputs.Words words) {
        return List.of("reply", "evidence", "rating", "callback")
                        .contains(words.path().getFirst())
                && words.path().size() > 1;
    }

    private void rejected(String command, CommandInputs.Words words, String text, String code) {
        var input = inputs.with(inputs.of(command, ended.id(), ended.version()), command, words, text);
        var problems = refused(graph, command, input, "INPUT_REJECTED").at("/refusal/problems");
        assertThat(problems.size()).isEqualTo(1);
        assertThat(problems.at("/0/path").asString()
                        + ' '
                        + problems.at("/0/code").asString())
                .isEqualTo(words.name() + ' ' + code);
    }

    /// As far as the words go: then it is refused for where the issue stands.
    private void taken(String command, CommandInputs.Words words, String text) {
        var input = inputs.with(inputs.of(command, ended.id(), ended.version()), command, words, text);
        refused(graph, command, input, "MOVE_NOT_ALLOWED");
    }

    /// What the tables hold after one command is what they held before the next.
    private Stream<DynamicTest> each(Consumer<String> bad) {
        var before = tables();
        return inputs.names().stream()
                .map(command -> dynamicTest(command, () -> {
                    bad.accept(command);
                    assertThat(tables()).isEqualTo(before);
                }));
    }

    private Map<String, Object> of(String command, String issue) {
        return inputs.of(command, issue, 1);
    }

    /// Refused in both languages; gives the payload.
    private JsonNode refused(Graph asking, String command, Map<String, Object> input, String code) {
        var payload = inBoth(asking, command, input, "/data/done/refusal").at("/data/done");
        assertThat(payload.at("/refusal/code").asString())
                .as(payload.toString())
                .isEqualTo(code);
        return payload;
    }

    /// An error in both languages; gives it.
    private JsonNode fails(Graph asking, String command, Map<String, Object> input, String code) {
        var error = inBoth(asking, command, input, "/errors/0").at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).as(error.toString()).isEqualTo(code);
        return error;
    }

    private JsonNode inBoth(Graph asking, String command, Map<String, Object> input, String what) {
        var english = sent(asking, "en", command, input);
        var chinese = sent(asking, "zh", command, input);
        assertThat(english.at(what + "/message").asString())
                .as(command + english)
                .isNotBlank()
                .doesNotMatch(HAN);
        assertThat(chinese.at(what + "/message").asString())
                .as(command + chinese)
                .matches(HAN);
        return english;
    }

    private static JsonNode sent(Graph asking, String language, String command, Map<String, Object> input) {
        var type = Character.toUpperCase(command.charAt(0)) + command.substring(1) + "Input";
        var body = JSON.writeValueAsString(
                        Map.of("query", DOCUMENT.formatted(type, command), "variables", Map.of("input", input)))
                .replace(NUL, "\\u0000")
                .replace(LONE_SURROGATE, "\\ud800");
        var request = HttpRequest.newBuilder(URI.create(asking.url()))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (asking.token() != null) {
            request.header("Authorization", "Bearer " + asking.token());
        }
        var answer = HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
        return JSON.readTree(answer.body());
    }

    /// What is in the tables, but for those that change by themselves.
    private Map<String, String> tables() {
        var database = graph.database();
        var union = Tables.texts(database, """
                        select format('select %L || '' '' || md5(coalesce(string_agg(t::text, ''|'' order by t::text), ''''))
                               from %I t', c.relname, c.relname)
                        from pg_class c
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                          and c.relname not in ('account_session', 'notice_outbox', 'flyway_schema_history')""").stream().collect(Collectors.joining(" union all "));
        var digests = new HashMap<String, String>();
        Tables.texts(database, union)
                .forEach(line -> digests.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' '))));
        return digests;
    }

    private static String code(Matter matter) {
        return matter.row("tracking_code");
    }

    private Matter reported(org.wangge.town.TownGrid grid, String confidentiality) {
        return Matter.reported(
                graph,
                Map.of(
                        "category", "GREENERY",
                        "description", "树枝压到电线了",
                        "source", "PHONE",
                        "gridId", grid.id(),
                        "confidentiality", confidentiality));
    }
}

package org.wangge.transport.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Statements;
import org.wangge.town.TownAccount;
import tools.jackson.databind.json.JsonMapper;

/// Documents that somebody made to hurt are refused in words, before the database is asked anything.
@ApiTest
@Import(Statements.class)
class HostileDocumentTests {
    /// Far more than it takes, for machines that are busy with other things.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Graph graph;

    @Autowired
    Statements statements;

    private Caller caller;

    @BeforeEach
    void knowWhoAsks() {
        caller = new Caller(graph);
        assertThat(caller.ask("{ me { restriction } }").statusCode()).isEqualTo(200);
        statements.taken();
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                hostile(
                        "deep nesting",
                        "DOCUMENT_TOO_LARGE DEPTH",
                        "{ grids { nodes { " + nested("children", 9) + "} } }"),
                hostile(
                        "very deep nesting",
                        "DOCUMENT_TOO_LARGE DEPTH",
                        "{ grids { nodes { " + nested("children", 400) + "} } }"),
                hostile(
                        "alias bomb",
                        "DOCUMENT_TOO_LARGE ALIASES",
                        "{ grids { nodes { " + many(31, i -> "a" + i + ": id") + "} } }"),
                hostile(
                        "alias bomb in fragments",
                        "DOCUMENT_TOO_LARGE ALIASES",
                        "{ grids { nodes { id " + many(4, i -> "parent { ...F }") + "} } } fragment F on Grid { "
                                + many(8, i -> "a" + i + ": id") + "}"),
                hostile(
                        "duplicate fields",
                        "DOCUMENT_TOO_LARGE FIELDS",
                        "{ grids { nodes { " + many(1_200, i -> "id") + "} } }"),
                hostile(
                        "directive bomb",
                        "DOCUMENT_TOO_LARGE DIRECTIVES",
                        "{ grids { nodes { id " + many(200, i -> "@include(if: true)") + "} } }"),
                hostile(
                        "unknown directives",
                        "DOCUMENT_TOO_LARGE DIRECTIVES",
                        "{ grids { nodes { id " + many(700, i -> "@a") + "} } }"),
                hostile(
                        "fragment cycle",
                        "FRAGMENT_CYCLE",
                        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
                hostile(
                        "exponential fragments",
                        "DOCUMENT_TOO_LARGE FIELDS",
                        "{ grids { nodes { ...F0 } } } fragment F60 on Grid { id } "
                                + many(60, i -> "fragment F%d on Grid { ...F%d ...F%d }".formatted(i, i + 1, i + 1))),
                hostile(
                        "exponential nesting",
                        "DOCUMENT_TOO_LARGE ALIASES",
                        "{ grids { nodes { ...F0 } } } fragment F7 on Grid { id } "
                                + many(
                                        7,
                                        i -> "fragment F%d on Grid { parent { ...F%d } ...F%d x%d: parent { ...F%d } }"
                                                .formatted(i, i + 1, i + 1, i, i + 1))),
                hostile(
                        "overlapping fields",
                        "GRAPHQL_VALIDATION",
                        "{ " + many(20, i -> "grid(by: {code: \"" + i + "\"}) { name parent { parent { name } } }")
                                + "}"),
                hostile(
                        "overlapping fragments",
                        "GRAPHQL_VALIDATION",
                        "{ grids { nodes { " + many(60, i -> "...F" + i) + "} } } "
                                + many(
                                        60,
                                        i -> "fragment F" + i + " on Grid { parent { "
                                                + (i % 2 == 0 ? "name: code" : "name") + " parent { name } } }")),
                hostile(
                        "a hundred mistakes",
                        "GRAPHQL_VALIDATION",
                        "{ grids { nodes { " + many(900, i -> "x" + i) + "} } }"),
                hostile("many root fields", "DOCUMENT_TOO_LARGE ROOT_FIELDS", "{ " + many(21, i -> "__typename") + "}"),
                hostile(
                        "introspection depth bomb",
                        "DOCUMENT_TOO_LARGE INTROSPECTION_DEPTH",
                        "{ __schema { types { " + nested("fields { type", 8).replace("{ }", "") + "} } }"),
                hostile(
                        "circular introspection",
                        "GRAPHQL_VALIDATION",
                        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"),
                hostile(
                        "many operations",
                        "DOCUMENT_TOO_LARGE TOKENS",
                        many(370, i -> "query Q" + i + " { __typename }")),
                hostile(
                        "huge string",
                        "DOCUMENT_TOO_LARGE CHARACTERS",
                        "{ grid(by: {code: \"" + "字".repeat(10_000) + "\"}) { id } }"),
                hostile(
                        "brackets",
                        "DOCUMENT_TOO_LARGE DEPTH",
                        "{ nodes(ids: " + "[".repeat(700) + "]".repeat(700) + ") { id } }"),
                hostile("braces", "GRAPHQL_SYNTAX", "{".repeat(9_000)),
                hostile("code point that is none", "GRAPHQL_SYNTAX", "{ grid(by: {code: \"\\u{110000}\"}) { id } }"),
                hostile("half a character", "GRAPHQL_SYNTAX", "{ grid(by: {code: \"\\uD842\"}) { id } }"),
                hostile(
                        "huge number",
                        "DOCUMENT_TOO_LARGE DIGITS",
                        "{ grids(first: " + "9".repeat(9_000) + ") { nodes { id } } }"),
                hostile("huge exponent", "GRAPHQL_VALIDATION", "{ grids(first: 1e999999999) { nodes { id } } }"),
                hostile("huge list", "LIST_TOO_LONG", "{ nodes(ids: [" + many(201, i -> "\"x\"") + "]) { id } }"),
                hostile(
                        "pages of pages",
                        "COST_TOO_HIGH",
                        "{ issues(first: 100) { nodes { timeline(last: 100) { move } } } }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void refusesTheDocument(String name, String code, String document) {
        refuses(name, code, Map.of("query", document));
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                hostile(
                        "first by variable",
                        "COST_TOO_HIGH",
                        "query($v: Int!) { issues(first: $v) { nodes { timeline(last: $v) { move } } } }",
                        100),
                hostile(
                        "last by variable",
                        "COST_TOO_HIGH",
                        "query($v: Int!) { issues { nodes { timeline(last: $v) { move } } } }",
                        Integer.MAX_VALUE),
                hostile(
                        "huge list",
                        "LIST_TOO_LONG",
                        "query($v: [ID!]!) { nodes(ids: $v) { id } }",
                        Collections.nCopies(201, "x")),
                hostile(
                        "huge list in an input",
                        "LIST_TOO_LONG",
                        "mutation($v: AcceptIssuesInput!) { acceptIssues(input: $v) { doneCount } }",
                        Map.of("issues", Collections.nCopies(5_000, "x"))),
                hostile(
                        "huge variables",
                        "BODY_TOO_LARGE",
                        "query($v: String!) { grid(by: {code: $v}) { id } }",
                        "x".repeat(300_000)),
                hostile(
                        "many variables",
                        "INVALID_VALUE",
                        "query($v: GridFilter) { grids(filter: $v) { nodes { id } } }",
                        IntStream.range(0, 9_000)
                                .boxed()
                                .collect(java.util.stream.Collectors.toMap(i -> "x" + i, i -> i))),
                hostile("deep variables", "BODY_TOO_DEEP", "query($v: [ID!]!) { nodes(ids: $v) { id } }", deep(60)),
                hostile(
                        "huge number",
                        "INVALID_VALUE",
                        "query($v: Int!) { grids(first: $v) { nodes { id } } }",
                        new java.math.BigInteger("9".repeat(900))),
                hostile(
                        "endless number",
                        "INVALID_BODY",
                        "query($v: Int!) { grids(first: $v) { nodes { id } } }",
                        new java.math.BigInteger("9".repeat(5_000))),
                hostile(
                        "huge exponent",
                        "INVALID_VALUE",
                        "query($v: Int!) { grids(first: $v) { nodes { id } } }",
                        new java.math.BigDecimal("1e999999999")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variables")
    void refusesTheVariables(String name, String code, String document, Object variable) {
        refuses(name, code, Map.of("query", document, "variables", Map.of("v", variable)));
    }

    @Test
    void looksUpWhoAsksOnlyForWhatMayBeAsked() {
        var stranger = new Caller(graph.as(TownAccount.AUDITOR));

        assertThat(stranger.ask("{ " + many(21, i -> "__typename") + "}").body())
                .contains("ROOT_FIELDS");
        assertThat(statements.taken()).isEmpty();

        assertThat(stranger.ask("{ __typename }").body()).contains("Query");
        assertThat(statements.taken()).isNotEmpty();
    }

    private void refuses(String name, String code, Map<String, Object> request) {
        var body = JSON.writeValueAsString(request);

        var begun = System.nanoTime();
        var answer = JSON.readTree(
                caller.post(body, "Content-Type", "application/json").body());
        var taken = Duration.ofNanos(System.nanoTime() - begun);

        System.out.printf("%5d ms  %-40s %s%n", taken.toMillis(), code, name);
        var extensions = answer.at("/errors/0/extensions");
        assertThat((extensions.path("code").asString("") + " "
                                + extensions.path("limit").asString(""))
                        .strip())
                .as(answer.toString())
                .isEqualTo(code);
        assertThat(answer.has("data")).isFalse();
        assertThat(answer.at("/errors/0/message").asString("")).doesNotContain("java", "graphql.");
        assertThat(statements.taken()).isEmpty();
        assertThat(taken).isLessThan(PATIENCE);
    }

    private static Arguments hostile(String name, String code, Object... request) {
        return Arguments.of(
                Stream.concat(Stream.of(name, code), Stream.of(request)).toArray());
    }

    private static String many(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(joining(" ")) + " ";
    }

    private static String nested(String field, int levels) {
        return (field + " { ").repeat(levels) + "id "
                + "} "
                        .repeat(levels
                                + levels
                                        * (int) field.chars()
                                                .filter(c -> c == '{')
                                                .count());
    }

    private static Object deep(int levels) {
        return levels == 0 ? "x" : List.of(deep(levels - 1));
    }
}

package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;

/// Whatever is sent, the answer names what is wrong and where, shows nothing of the inside, and
/// nothing has changed.
@ApiTest
class BadInputTests {
    private static final String REPORT = """
            mutation($input: ReportIssueInput!) { reportIssue(input: $input) {
              issue { id title description } refusal { code message ... on InputRejected { problems { path code message } } } } }""";

    @Autowired
    Graph graph;

    private long issuesBefore;

    @BeforeEach
    void countIssues() {
        issuesBefore = issues();
    }

    @ParameterizedTest
    @CsvSource({
        "grid_AAAAAAAAcACAAAAAAAAACQ, NOT_FOUND",
        "issue_AAAAAAAAcAGAAAAAAAAAAQ, WRONG_ID_TYPE",
        "grid_AAAAAAAAcAGAAAAAAAAAA, INVALID_ID",
        "grid_AAAAAAAAcAGAAAAAAAAAAR, INVALID_ID",
        "1, INVALID_ID",
        "'', INVALID_ID",
        "grid_!!!!!!!!cAGAAAAAAAAAAQ, INVALID_ID",
        "00000000-0000-7001-8000-000000000001, INVALID_ID"
    })
    void namesWhatIsWrongWithAnId(String id, String code) {
        var answer = graph.ask("query($id: ID!) { grid(by: {id: $id}) { name } }", Map.of("id", id));

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.errors().getFirst().getPath()).isEqualTo("grid");
    }

    @ParameterizedTest
    @CsvSource({"Grid_AAAAAAAAcAGAAAAAAAAAAQ, INVALID_ID", "grid_AAAAAAAAcAGAAAAAACcQAQ, NOT_FOUND", "x, INVALID_ID"})
    void namesWhatIsWrongWithTheIdOfANode(String id, String code) {
        assertThat(graph.ask("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "51019900100", "5101990010000", "51019900100x", "５１０１９９００１０００", "510199001000000000000"})
    void refusesImpossibleCodes(String code) {
        assertThat(graph.ask("query($code: String!) { grid(by: {code: $code}) { name } }", Map.of("code", code))
                        .code())
                .isEqualTo("INVALID_CODE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30", "2026-2-3", "2026-13-01", "tomorrow", "+12026-01-01", "2026-01-01T00:00:00Z", ""})
    void refusesImpossibleDays(String day) {
        assertThat(graph.ask(
                                "query($on: Date) { grids(filter: {effectiveOn: $on}) { nodes { id } } }",
                                Map.of("on", day))
                        .code())
                .isEqualTo("INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource({"180.1, 0", "-181, 0", "0, 90.5", "104.01, -1e300"})
    void refusesPointsThatAreNotOnEarth(double longitude, double latitude) {
        var answer = graph.ask(
                "query($point: PointInput!) { locate(point: $point) { id } }",
                Map.of("point", Map.of("longitude", longitude, "latitude", latitude)));

        assertThat(answer.code()).isEqualTo("INVALID_POINT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first: 0",
                "first: 101",
                "first: -1",
                "last: 0",
                "last: 101",
                "last: -1",
                "first: 5, last: 5",
                "first: 5, before: \"x\"",
                "first: 2147483647"
            })
    void refusesImpossiblePages(String page) {
        var answer = graph.ask("{ grids(" + page + ") { nodes { id } } }");

        assertThat(answer.code()).isEqualTo("INVALID_PAGE");
        assertThat(answer.errors().getFirst().getMessage()).contains("1 to 100");
    }

    @Test
    void refusesCursorsOfAnotherListOrderOrFilterAndMadeUpOnes() {
        var cursor = graph.ask("{ grids(first: 1) { pageInfo { endCursor } } }").text("grids.pageInfo.endCursor");
        var ofWrong = List.of(
                "issues(after: \"%s\")",
                "grids(after: \"%s\", orderBy: {field: NAME})",
                "grids(after: \"%s\", orderBy: {field: CODE, direction: DESC})",
                "grids(after: \"%s\", filter: {levels: [COMMUNITY]})");

        for (var list : ofWrong) {
            assertThat(graph.ask("{ " + list.formatted(cursor) + " { pageInfo { hasNextPage } } }")
                            .code())
                    .as(list)
                    .isEqualTo("INVALID_CURSOR");
        }
        for (var madeUp : List.of("", "x", "bm90IG91cnM", cursor.substring(1), cursor + "A", "A".repeat(5_000))) {
            assertThat(graph.ask("query($c: String) { grids(after: $c) { nodes { id } } }", Map.of("c", madeUp))
                            .code())
                    .as(madeUp)
                    .isEqualTo("INVALID_CURSOR");
        }
    }

    @Test
    void namesTheLimitThatALongTextBreaks() {
        var answer = report("description", "字".repeat(80_000));

        assertThat(answer.text("reportIssue.refusal.code")).isEqualTo("INPUT_REJECTED");
        assertThat(answer.text("reportIssue.refusal.problems[0].path")).isEqualTo("description");
        assertThat(answer.text("reportIssue.refusal.problems[0].code")).isEqualTo("TOO_LONG");
        assertThat(answer.text("reportIssue.refusal.problems[0].message"))
                .contains("10,000")
                .contains("80,000");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var answer = report(
                Map.of("description", "短", "title", "题".repeat(201), "occurredAt", "2999-01-01T00:00:00Z"), "point");

        assertThat(answer.texts("reportIssue.refusal.problems[*].code"))
                .containsExactly("TOO_SHORT", "TOO_LONG", "IN_THE_FUTURE", "REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"带有\u0000空字符的文字", "前半个\ud842代理", "后半个\udfb7代理", "\udfb7\ud842颠倒的代理对"})
    void refusesTextThatCannotBeKept(String text) {
        var answer = report("description", text);

        assertThat(answer.code()).isEqualTo("INVALID_TEXT");
        assertThat(answer.errors().getFirst().getMessage()).contains("variables.input.description");
    }

    @Test
    void refusesALiteralThatCannotBeKept() {
        assertThat(graph.ask("{ grid(by: {code: \"\\u0000\"}) { id } }").code()).isEqualTo("INVALID_TEXT");
    }

    @Test
    void keepsRareCharactersAsTheyAre() {
        var text = "𠮷田先生与阿依古丽·买买提反映：䶮家院子路灯不亮 👨‍👩‍👧";

        var answer = report("description", text);

        assertThat(answer.text("reportIssue.issue.description")).isEqualTo(text);
        issuesBefore++;
    }

    @Test
    void namesUnknownThingsOfAReportByTheirFields() {
        assertThat(problem(report("category", "NO_SUCH_THING"))).isEqualTo("category UNKNOWN");
        assertThat(problem(report("onBehalfOf", "resident_AAAAAAAAcAGAAAAAACcQAQ")))
                .isEqualTo("onBehalfOf UNKNOWN");
        assertThat(problem(report(Map.of("gridId", "grid_AAAAAAAAcAGAAAAAACcQAQ"), "point")))
                .isEqualTo("gridId UNKNOWN");
        assertThat(problem(report("point", Map.of("longitude", 110, "latitude", 20))))
                .isEqualTo("point NO_GRID_HERE");
        assertThat(report("gridId", "issue_AAAAAAAAcAGAAAAAAAAAAQ").code()).isEqualTo("WRONG_ID_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{ nothing }",
                "query A { __typename } query B { __typename }",
                "",
                "mutation { reportIssue { cursor } }"
            })
    void answersDocumentsThatAreNotValid(String document) {
        var answer = graph.ask(document.isEmpty() ? "#" : document);

        assertThat(String.valueOf(answer.code())).startsWith("GRAPHQL_");
        assertThat(answer.errors().getFirst().getExtensions()).containsEntry("classification", "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($v: Direction) { grids(orderBy: {field: CODE, direction: $v}) { nodes { id } } }",
                "query($v: Boolean) { assignments(filter: {anyTime: $v}) { nodes { id } } }",
                "query($v: CoordinateSystem) { grids(first: 1) { nodes { centre(system: $v) { system } } } }",
                "query($v: ID) { grid(by: {id: $v}) { id } }",
                "{ grid(by: {id: null}) { id } }",
                "query($v: Boolean = true) { grids(first: 1) { nodes { id @skip(if: $v) } } }"
            })
    void namesANullWhereThereMustBeAValue(String document) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        if (document.contains("$v")) {
            variables.put("v", null);
        }

        var answer = graph.ask(document, variables);

        assertThat(answer.errors()).isNotEmpty();
        assertThat(answer.errors())
                .allSatisfy(error -> assertThat(error.getExtensions()).containsEntry("classification", "BAD_REQUEST"));
    }

    @Test
    void refusesDaysOfAnotherCalendar() {
        var document = "query($on: Date) { grids(filter: {effectiveOn: $on}) { nodes { id } } }";

        for (var day : List.of("0001-01-01", "1582-10-04", "1799-12-31")) {
            assertThat(graph.ask(document, Map.of("on", day)).code()).isEqualTo("INVALID_VALUE");
        }
        assertThat(graph.ask(document, Map.of("on", "1800-01-01")).errors()).isEmpty();
    }

    @Test
    void tellsWhichTransportASubscriptionNeeds() {
        assertThat(graph.ask("subscription { issueEvents { cursor } }").code()).isEqualTo("SUBSCRIPTION_TRANSPORT");
    }

    @ParameterizedTest
    @CsvSource({"within, x, INVALID_ID", "issueId, grid_AAAAAAAAcAGAAAAAAAAAAQ, WRONG_ID_TYPE"})
    void namesWhatIsWrongWithAnIdOfASubscription(String field, String id, String code) {
        try (var socket = graph.socket()) {
            socket.subscribe(
                    "subscription($f: IssueEventFilter) { issueEvents(filter: $f) { cursor } }",
                    Map.of("f", Map.of(field, id)));

            assertThat(socket.next().toString()).contains("code=" + code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"x\"", "{}"})
    void refusesABodyThatIsNoRequest(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(graph.url()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_BODY");
    }

    @Test
    void refusesRepeatedIntrospectionAsTheCallersFault() {
        assertThat(graph.ask("{ __type(name: \"Grid\") { name } b: __type(name: \"Issue\") { name } }")
                        .code())
                .isEqualTo("GRAPHQL_VALIDATION");
    }

    @Test
    void saysNothingOfJavaWhenAValueHasTheWrongType() {
        var answer = graph.ask(
                "query($filter: GridFilter) { grids(filter: $filter) { nodes { id } } }",
                Map.of("filter", Map.of("levels", List.of(Map.of("a", 1)))));

        assertThat(answer.code()).isEqualTo("INVALID_VALUE");
        assertThat(answer.errors().getFirst().getMessage())
                .doesNotContainIgnoringCase("java")
                .doesNotContain("Map");
    }

    @Test
    void speaksTheLanguageOfTheRequest() {
        assertThat(message("en")).isEqualTo("There is no such thing, or you may not see it.");
        assertThat(message("zh-CN")).isEqualTo("不存在，或您无权查看。");
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(issues()).isEqualTo(issuesBefore);
    }

    private @Nullable String message(String language) {
        var messages = new java.util.ArrayList<@Nullable String>();
        graph.tester(language)
                .document("{ issue(by: {caseNo: \"none\"}) { id } }")
                .execute()
                .errors()
                .satisfy(errors -> errors.forEach(error -> messages.add(error.getMessage())));
        return messages.getFirst();
    }

    private Answer report(String field, Object value) {
        return report(Map.of(field, value), "");
    }

    private Answer report(Map<String, Object> fields, String without) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "category", "NOISE",
                "description", "夜间施工噪声扰民",
                "source", "PHONE",
                "point", Map.of("longitude", 104.015, "latitude", 30.81)));
        input.putAll(fields);
        input.remove(without);
        return graph.ask(REPORT, Map.of("input", input));
    }

    private static String problem(Answer answer) {
        return answer.text("reportIssue.refusal.problems[0].path") + " "
                + answer.text("reportIssue.refusal.problems[0].code");
    }

    private long issues() {
        try (var connection = TestPostgres.connect(graph.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from issue")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

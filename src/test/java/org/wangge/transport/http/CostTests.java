package org.wangge.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Statements;
import org.wangge.town.Tables;
import org.wangge.town.TownAccount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What asking costs, where little may be spent and next to nothing is given back. Each test asks as
/// somebody else, who has not spent anything.
@ApiTest
@Import(Statements.class)
@TestPropertySource(properties = {"test.budget=1000", "test.restored=1", "wangge.limits.cost.request=300"})
class CostTests {
    private static final String GRAPHQL = "application/graphql-response+json";

    /// 1 for the request, 1 for the connection, 50 for its grids: of these the town has fewer.
    private static final String FIFTY = "{ grids(first: 50) { nodes { id } } }";

    /// 1 for the request, 1 for the node, 5 times 58; it costs that much because the node is none.
    private static final String DEAR = "{ node(id: \"x\") { id } %s }"
            .formatted("a b c d e".replaceAll("(\\w)", "$1: grids(first: 57) { nodes { id } }"));

    @Autowired
    Graph graph;

    @Autowired
    Statements statements;

    @Test
    void tellsWhatAnAnswerCosts() {
        var answer = new Caller(graph.as(TownAccount.LI)).ask(FIFTY);
        var cost = cost(answer);

        assertThat(cost.propertyNames()).containsExactly("requested", "actual", "available", "restoreRate");
        assertThat(cost.path("requested").asInt()).isEqualTo(52);
        assertThat(cost.path("actual").asInt())
                .isEqualTo(2 + json(answer).at("/data/grids/nodes").size())
                .isLessThan(52);
        assertThat(cost.path("available").asInt())
                .isBetween(1000 - cost.path("actual").asInt(), 1000);
        assertThat(cost.path("restoreRate").asInt()).isEqualTo(1);
    }

    @Test
    void refusesWhatCostsTooMuchAndTakesNothing() {
        var caller = new Caller(graph.as(TownAccount.WANG));

        var answer = caller.ask("{ issues(first: 100) { nodes { timeline(last: 100) { move } } } }", "Accept", GRAPHQL);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer, "code")).isEqualTo("COST_TOO_HIGH");
        assertThat(json(answer).at("/errors/0/message").asString())
                .contains("10,102")
                .contains("300");
        assertThat(cost(answer).path("requested").asInt()).isEqualTo(10_102);
        assertThat(cost(answer).path("available").asInt()).isEqualTo(1000);
        assertThat(cost(answer).has("actual")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {GRAPHQL, "application/json"})
    void refusesWhoHasSpentAllUntilItIsGivenBack(String type) {
        var caller = new Caller(graph.as(type.equals(GRAPHQL) ? TownAccount.LEADER : TownAccount.COMMANDER));
        for (var spent = 0; spent < 3; spent++) {
            assertThat(cost(caller.ask(DEAR)).path("actual").asInt()).isEqualTo(292);
        }
        statements.taken();

        var answer = caller.ask(DEAR, "Accept", type);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(error(answer, "code")).isEqualTo("BUDGET_USED_UP");
        assertThat(error(answer, "retryable")).isEqualTo("true");
        assertThat(statements.taken()).isEmpty();
        var missing = 292 - cost(answer).path("available").asInt();
        assertThat(Integer.parseInt(Caller.header(answer, "Retry-After"))).isBetween(missing - 1, missing + 1);
        assertThat(error(answer, "retryAfter")).isEqualTo(Caller.header(answer, "Retry-After"));
        assertThat(caller.ask("{ __typename }", "Accept", type).statusCode()).isEqualTo(200);
        assertThat(new Caller(graph.as(TownAccount.OUYANG)).ask(DEAR).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsItOnStreamsAndSocketsAsWell() {
        var spender = graph.as(TownAccount.INTAKE);
        for (var spent = 0; spent < 3; spent++) {
            new Caller(spender).ask(DEAR);
        }

        try (var stream = new EventReader(spender, DEAR, null)) {
            assertThat(stream.next().text("/errors/0/extensions/code")).isEqualTo("BUDGET_USED_UP");
            assertThat(stream.next().name()).isEqualTo("complete");
        }
        try (var socket = spender.socket().subscribe(DEAR, Map.of())) {
            assertThat(socket.next().toString()).contains("BUDGET_USED_UP").contains("retryAfter=");
        }
    }

    @Test
    void countsThoseWhoAreNotKnownByTheirAddress() {
        var caller = new Caller(graph.anonymous());

        var before = cost(caller.ask(FIFTY)).path("available").asInt();

        assertThat(cost(caller.ask(FIFTY)).path("available").asInt()).isLessThan(before);
    }

    @Test
    void givesBackWhatWasNotNeeded() {
        var caller = new Caller(graph.as(TownAccount.ZHAO));

        var cost = cost(caller.ask("{ grids(first: 5) { nodes { children { id } } } }"));

        assertThat(cost.path("actual").asInt())
                .isLessThan(cost.path("requested").asInt());
        assertThat(cost.path("available").asInt())
                .isBetween(
                        1000 - cost.path("actual").asInt(),
                        1001 - cost.path("actual").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ grids(first: 50) { nodes { id } } }", "subscription { issueEvents { cursor } }"})
    void reckonsWithoutCarryingOut(String document) {
        var caller = new Caller(graph.as(TownAccount.ANALYSIS));
        caller.ask("{ __typename }");
        statements.taken();

        var answer = caller.ask(document, "X-Dry-Run-Cost", "true");

        assertThat(statements.taken()).isEmpty();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/data").isNull()).isTrue();
        assertThat(json(answer).has("errors")).isFalse();
        assertThat(cost(answer).path("requested").asInt()).isGreaterThan(10);
        assertThat(cost(answer).has("actual")).isFalse();
        assertThat(cost(answer).path("available").asInt()).isGreaterThanOrEqualTo(998);
    }

    @Test
    void reckonsACommandWithoutCarryingItOut() {
        var reports = count("issue");
        var document = """
                mutation { reportIssue(input: {key: "%s", category: "NOISE", description: "夜间施工噪声扰民", source: PHONE,
                  point: {longitude: 104.015, latitude: 30.81}}) { issue { id } } }""".formatted(UUID.randomUUID());

        var answer = new Caller(graph.as(TownAccount.HANDLER)).ask(document, "X-Dry-Run-Cost", "true");

        assertThat(cost(answer).path("requested").asInt()).isEqualTo(12);
        assertThat(count("issue")).isEqualTo(reports);
        assertThat(cost(new Caller(graph.as(TownAccount.HANDLER)).ask(document))
                        .path("actual")
                        .asInt())
                .isEqualTo(12);
        assertThat(count("issue")).isEqualTo(reports + 1);
    }

    /// 1 for the request, 10 for the subscription, and for each event, be it none of an issue, 1 for the issue
    /// and 100 for what happened to it: one in advance, and the first that says where the feed begins.
    @Test
    void takesForEachEventWhatIsThereAndRefusesNone() {
        var caller = new Caller(graph.as(TownAccount.WILLOW_LEADER));
        var document = "subscription { issueEvents { cursor ... on IssueEvent { issue { timeline { move } } } } }";
        try (var socket = graph.as(TownAccount.WILLOW_LEADER).socket().subscribe(document, Map.of())) {
            socket.nextItem();
            var begun = available(caller);

            report();
            var event = socket.next();
            var after = available(caller);
            spendAll(caller);
            report();

            assertThat(begun).isBetween(1000 - 214, 1000 - 204);
            assertThat(event.toString()).contains("timeline").doesNotContain("restoreRate");
            assertThat(after).isBetween(begun - 102, begun - 90);
            assertThat(socket.nextItem()).containsKey("issue");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"extensions\": {\"onError\": \"NULL\"}", "\"onError\": \"NULL\""})
    void keepsWhatIsAroundAFailedField(String option) {
        var body = "{\"query\": \"{ a: nodes(ids: [\\\"x\\\"]) { id } __typename }\"%s}";
        var caller = new Caller(graph.as(TownAccount.SYSTEM_ADMIN));

        var propagated = json(caller.post(body.formatted(""), "Content-Type", "application/json"));
        var kept = json(caller.post(body.formatted(", " + option), "Content-Type", "application/json"));

        assertThat(propagated.path("data").isNull()).isTrue();
        assertThat(kept.at("/data/a").isNull()).isTrue();
        assertThat(kept.at("/data/__typename").asString()).isEqualTo("Query");
        assertThat(kept.at("/errors/0/path/0").asString()).isEqualTo("a");
    }

    @Test
    void refusesAWayWithErrorsThatItDoesNotKnow() {
        var answer = new Caller(graph.as(TownAccount.SYSTEM_ADMIN))
                .post("{\"query\": \"{ __typename }\", \"onError\": \"HALT\"}", "Content-Type", "application/json");

        assertThat(error(answer, "code")).isEqualTo("INVALID_VALUE");
        assertThat(json(answer).at("/errors/0/message").asString()).contains("NULL | PROPAGATE");
    }

    private void report() {
        graph.ask("""
                mutation { reportIssue(input: {key: "%s", category: "NOISE", description: "夜间施工噪声扰民", source: PHONE,
                  gridId: "%s"}) { issue { id } } }""".formatted(UUID.randomUUID(), org.wangge.town.Town.WILLOW.id()))
                .text("reportIssue.issue.id");
    }

    private static void spendAll(Caller caller) {
        for (var left = available(caller); left > 4; left = available(caller)) {
            var size = Math.min(100, left - 3);
            caller.ask("{ node(id: \"x\") { id } grids(first: " + size + ") { nodes { id } } }");
        }
    }

    private static int available(Caller caller) {
        return cost(caller.ask("{ __typename }")).path("available").asInt();
    }

    private long count(String table) {
        return Tables.number(graph.database(), "select count(*) from " + table);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode cost(HttpResponse<String> answer) {
        return json(answer).at("/extensions/cost");
    }

    private static String error(HttpResponse<String> answer, String extension) {
        return json(answer).at("/errors/0/extensions/" + extension).asString("");
    }
}

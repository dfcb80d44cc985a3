package org.wangge.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.SlowTable;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownReport;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Statements that hang in PostgreSQL are ended by it: whoever asked is told so, and nothing of them is left.
@ApiTest
@TestPropertySource(
        properties = {
            "wangge.database.connections=4",
            "spring.r2dbc.properties.statementTimeout=PT1S",
            "spring.r2dbc.properties.lockWaitTimeout=PT1M"
        })
class SlowStatementTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MORE_THAN_CONNECTIONS = 6;
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final String ISSUES = "{ issues(first: 1) { nodes { id } } }";
    private static final String REPORT = "mutation($input: ReportIssueInput!) {"
            + " reportIssue(input: $input) { replayed issue { id } refusal { code } } }";
    private static final String LEFT = """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name = 'wangge'
              and (state like 'idle in transaction%' or state = 'active' and query_start < now() - interval '500 ms')""";

    @Autowired
    Graph graph;

    @Autowired
    ConnectionPool pool;

    @Test
    void endsAQueryAndGivesItsConnectionBack() throws SQLException {
        try (var held = SlowTable.of(graph.database(), "issue");
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, MORE_THAN_CONNECTIONS)
                    .mapToObj(number -> people.submit(() -> ask(ISSUES, Map.of())))
                    .toList();

            assertThat(asked).allSatisfy(answer -> isTimeout(answer.get()));
            assertThat(held.waiting()).isZero();
            nothingIsLeft();
        }
        assertThat(ask(ISSUES, Map.of()).at("/data/issues/nodes").isArray()).isTrue();
    }

    @Test
    void endsACommandOfWhichNothingIsKept() throws SQLException {
        var variables = Map.of("input", issue());
        try (var held = SlowTable.of(graph.database(), "issue")) {
            isTimeout(ask(REPORT, variables));

            assertThat(held.waiting()).isZero();
            nothingIsLeft();
        }
        var done = ask(REPORT, variables).at("/data/reportIssue");
        assertThat(done.at("/replayed").asBoolean()).isFalse();
        assertThat(done.at("/issue/id").asString()).startsWith("issue_");
    }

    private static void isTimeout(JsonNode answer) {
        var extensions = answer.at("/errors/0/extensions");
        assertThat(extensions.path("code").asString("")).as(answer.toString()).isEqualTo("TIMEOUT");
        assertThat(extensions.path("classification").asString("")).isEqualTo("INTERNAL_ERROR");
        assertThat(extensions.path("retryable").asBoolean()).isTrue();
    }

    private void nothingIsLeft() {
        var metrics = pool.getMetrics().orElseThrow();
        Awaited.the(Flux.interval(LOOK)
                .filter(look -> metrics.acquiredSize() == 0 && metrics.pendingAcquireSize() == 0)
                .next());
        assertThat(Tables.number(graph.database(), LEFT)).isZero();
    }

    private JsonNode ask(String document, Map<String, ?> variables) {
        var body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        return JSON.readTree(
                new Caller(graph).post(body, "Content-Type", "application/json").body());
    }

    private static Map<String, Object> issue() {
        return TownReport.of(Town.EAST_YARD, "GREENERY", "河边的树枝断了，挂在人行道上");
    }
}

package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;

/// Operations by what is sent and what comes back, message by message.
@ApiTest
class SocketProtocolTests {
    static final String EVENTS = """
            subscription($after: EventCursor) {
              issueEvents(after: $after) { kind: __typename cursor ... on IssueEvent { issueId } }
            }""";
    static final String GRIDS = "{ grids(first: 1) { nodes { name } } }";
    static final String REPORT = """
            mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } cursor } }""";

    @Autowired
    Graph graph;

    @Test
    void answersAQueryAndFreesItsId() {
        try (var socket = letIn()) {
            for (int i = 0; i < 3; i++) {
                socket.subscribe("q", GRIDS, Map.of());

                assertThat(socket.next()).containsEntry("type", "next").containsEntry("id", "q");
                assertThat(socket.next()).isEqualTo(Map.of("type", "complete", "id", "q"));
            }
        }
    }

    @Test
    void carriesOutAMutation() {
        try (var socket = letIn()) {
            socket.subscribe("m", REPORT, Map.of("input", issue()));

            assertThat(socket.next().toString()).contains("issue_");
            assertThat(socket.next()).containsEntry("type", "complete");
        }
    }

    @Test
    void tellsEventsInOrderOnEachOfTwoSubscriptions() {
        try (var socket = letIn()) {
            socket.subscribe("a", EVENTS, Map.of()).subscribe("b", EVENTS, Map.of());
            assertThat(List.of(socket.next().get("id"), socket.next().get("id")))
                    .containsExactlyInAnyOrder("a", "b");

            var reported = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                reported.add(graph.ask(REPORT, Map.of("input", issue())).text("reportIssue.issue.id"));
            }

            var told = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < 10; i++) {
                told.add(socket.next());
            }
            assertThat(issues(told, "a")).isEqualTo(reported);
            assertThat(issues(told, "b")).isEqualTo(reported);
        }
    }

    @Test
    void answersAPingAtAnyTimeAndTakesAPong() {
        try (var socket = RawSocket.open(graph.socketUrl())) {
            socket.say(Map.of("type", "ping"));
            assertThat(socket.next()).containsEntry("type", "pong");
            socket.say(Map.of("type", "pong")).say("{\"type\":\"ping\",\"payload\":{\"at\":1}}");
            assertThat(socket.next()).containsEntry("type", "pong");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                               | GRAPHQL_SYNTAX
            { grids(first: 1) { name } }                                    | GRAPHQL_VALIDATION
            { nothing }                                                     | GRAPHQL_VALIDATION
            query a { __typename } query b { __typename }                   | GRAPHQL_OPERATION
            query($first: Int!) { grids(first: $first) { nodes { name } } } | INVALID_VALUE
            subscription { issueEvents(after: "nobody gave it") { cursor } } | INVALID_CURSOR
            subscription { issueEvents(filter: {within: "x"}) { cursor } }  | INVALID_ID
            """)
    void tellsErrorsOfWhatIsNotCarriedOutAndNothingElse(String document, String code) {
        try (var socket = letIn()) {
            socket.subscribe("e", document, Map.of());

            var error = socket.next();
            assertThat(error).containsEntry("type", "error").containsEntry("id", "e");
            assertThat(error.get("payload")).isInstanceOf(List.class);
            assertThat(error.toString()).contains("message", "code=" + code, "correlationId");
            socket.subscribe("e", "{ __typename }", Map.of());
            assertThat(socket.next()).containsEntry("type", "next");
        }
    }

    @Test
    void tellsErrorsOfFieldsBesideTheData() {
        try (var socket = letIn()) {
            socket.subscribe("q", "{ __typename node(id: \"x\") { id } }", Map.of());

            var next = socket.next();
            assertThat(next).containsEntry("type", "next");
            assertThat(next.toString()).contains("__typename=Query", "INVALID_ID");
            assertThat(socket.next()).containsEntry("type", "complete");
        }
    }

    @Test
    void knowsDocumentsByTheirHash() {
        try (var socket = letIn()) {
            var hash = "f".repeat(64);
            var extensions = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
            socket.say(Map.of("id", "p", "type", "subscribe", "payload", Map.of("extensions", extensions)));

            var error = socket.next();
            assertThat(error).containsEntry("type", "error");
            assertThat(error.toString()).contains("PERSISTED_QUERY_NOT_FOUND");
        }
    }

    private static List<String> issues(List<Map<String, Object>> told, String id) {
        return told.stream()
                .filter(message -> id.equals(message.get("id")))
                .map(message -> message.toString().replaceAll(".*issueId=([\\w-]+).*", "$1"))
                .toList();
    }

    private RawSocket letIn() {
        return RawSocket.letIn(graph.socketUrl(), graph.token());
    }

    static Map<String, Object> issue() {
        return Map.of(
                "key",
                UUID.randomUUID().toString(),
                "category",
                "STREET_LIGHT",
                "description",
                "巷口的路灯不亮了",
                "source",
                "GRID_PATROL",
                "gridId",
                Town.EAST_YARD.id());
    }
}

package org.wangge.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

/// GraphQL over SSE, as somebody sees it who reads the bytes.
@ApiTest
class EventStreamTests {
    @Autowired
    Graph graph;

    @Test
    void answersAQueryByOneEventAndTheEnd() {
        try (var stream = new EventReader(graph, "{ __typename }", null)) {
            var event = stream.next();
            assertThat(event.name()).isEqualTo("next");
            assertThat(event.id()).isEmpty();
            assertThat(event.data()).startsWith("{\"data\":{\"__typename\":\"Query\"},\"extensions\":{\"cost\":");
            assertThat(stream.next()).isEqualTo(new EventReader.Event("complete", "", "", false));
        }
    }

    @Test
    void tellsWhatIsWrongInTheOpen() {
        for (var document :
                List.of("{", "{ nothing }", "subscription { nothing }", "query A { __typename } query B { x }")) {
            try (var stream = new EventReader(graph, document, null)) {
                assertThat(stream.response().statusCode()).isEqualTo(200);
                assertThat(stream.next().text("/errors/0/extensions/code")).startsWith("GRAPHQL_");
                assertThat(stream.next().name()).isEqualTo("complete");
            }
        }
        try (var stream = new EventReader(graph.with("nonsense"), "{ __typename }", null)) {
            assertThat(stream.next().text("/errors/0/extensions/code")).isEqualTo("TOKEN_INVALID");
        }
    }

    @Test
    void endsWithTheErrorOfAFeed() {
        try (var stream = new EventReader(graph, "subscription { issueEvents { cursor } }", "nonsense")) {
            assertThat(stream.next().text("/errors/0/extensions/code")).isEqualTo("INVALID_CURSOR");
            assertThat(stream.next().name()).isEqualTo("complete");
        }
    }

    @Test
    void namesEventsByTheirCursorAndIsHeldBackByNobody() {
        try (var stream = new EventReader(graph, "subscription { issueEvents { at: cursor cursor } }", null)) {
            var event = stream.next();

            assertThat(event.id()).isNotEmpty().isEqualTo(event.text("/data/issueEvents/cursor"));
            assertThat(Caller.type(stream.response())).isEqualTo("text/event-stream;charset=utf-8");
            assertThat(Caller.header(stream.response(), "Cache-Control")).isEqualTo("no-cache, no-transform");
            assertThat(Caller.header(stream.response(), "X-Accel-Buffering")).isEqualTo("no");
        }
    }

    @Test
    void goesOnAfterTheLastEventWhateverTheDocumentSays() {
        var asOf = graph.ask("{ issues(first: 1) { asOf } }").text("issues.asOf");
        var document =
                "subscription { issueEvents(after: \"nonsense\") { cursor ... on FeedCheckpoint { caughtUp } } }";

        try (var stream = new EventReader(graph, document, asOf)) {
            assertThat(stream.next().text("/errors/0/message")).isEmpty();
        }
        try (var stream = new EventReader(graph, document, null)) {
            assertThat(stream.next().text("/errors/0/extensions/code")).isEqualTo("INVALID_CURSOR");
        }
    }
}

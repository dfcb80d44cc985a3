package org.wangge.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import reactor.core.publisher.Mono;

/// What goes beyond the protocol's own suite.
@ApiTest
class HttpDoorTests {
    private static final String JSON = "application/json";
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String QUERY = "{\"query\":\"{ __typename }\"}";

    @Autowired
    Graph graph;

    @Autowired
    MeterRegistry meters;

    private Caller caller;

    @BeforeEach
    void callers() {
        caller = new Caller(graph);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json;charset=gbk",
                "application/json;charset=utf-16",
                "application/json;charset=nonsense",
                "application/graphql",
                "multipart/form-data;boundary=x",
                "application/x-www-form-urlencoded",
                "nonsense"
            })
    void answers415WhenTheBodyIsNotJsonInUtf8(String type) {
        var answer = caller.post(QUERY, "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"");
        assertThat(Caller.header(answer, "Accept-Post")).isEqualTo(JSON);
    }

    @Test
    void answers415WithoutAContentTypeAndForACompressedBody() {
        assertThat(caller.post(QUERY).statusCode()).isEqualTo(415);
        assertThat(caller.post(QUERY, "Content-Type", JSON, "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "application/json;charset=\"UTF-8\"", "Application/JSON"})
    void takesJsonHoweverItsTypeIsWritten(String type) {
        assertThat(caller.post(QUERY, "Content-Type", type).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"x\"",
                "{",
                "{}",
                "[{\"query\":\"{ __typename }\"}]",
                "{\"query\":\"{ __typename }\"} x",
                "{\"query\":\"{ __typename }\",\"query\":\"{ __typename }\"}",
                "{\"query\":1}",
                "{\"query\":\"\"}",
                "{\"query\":\"{ __typename }\",\"operationName\":1}",
                "{\"query\":\"{ __typename }\",\"variables\":\"{}\"}",
                "{\"query\":\"{ __typename }\",\"variables\":[]}",
                "{\"query\":\"{ __typename }\",\"extensions\":true}",
                "{\"query\":\"{ __typename }\",\"documentId\":\"grid-map\"}",
                "{\"documentId\":{}}",
                "{\"query\":\"{ __typename }\",\"variables\":{\"a\":NaN}}"
            })
    void answers400ToABodyThatIsNoRequest(String body) {
        for (var accept : new String[] {JSON, GRAPHQL, "text/event-stream"}) {
            var answer = caller.post(body, "Content-Type", JSON, "Accept", accept);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Caller.type(answer)).startsWith(JSON);
            assertThat(answer.body()).contains("\"code\":\"INVALID_BODY\"");
        }
    }

    @Test
    void answers400ToBytesThatAreNotUtf8() {
        var text = "{\"query\":\"{ __typename } # 网格\"}";
        var surrogate = new byte[] {'{', '"', 'q', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};

        assertThat(caller.post(text.getBytes(Charset.forName("GBK")), "Content-Type", JSON)
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.post(surrogate, "Content-Type", JSON).statusCode()).isEqualTo(400);
        assertThat(caller.post(text.getBytes(StandardCharsets.UTF_8), "Content-Type", JSON)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answers413ToABodyThatIsTooLarge() {
        var just = "{\"query\":\"{ __typename }" + " ".repeat(256 * 1024 - 26) + "\"}";
        assertThat(just).hasSize(256 * 1024);

        assertThat(caller.post(just, "Content-Type", JSON).statusCode()).isEqualTo(200);
        var answer = caller.post(just + " ", "Content-Type", JSON);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"", "256 KiB");
    }

    @ParameterizedTest
    @CsvSource({"49, 200", "50, 400", "100000, 400"})
    void answers400ToJsonThatIsNestedTooDeep(int depth, int status) {
        var nested = "[".repeat(depth - 1) + "]".repeat(depth - 1);
        var answer = caller.post(
                "{\"query\":\"{ __typename }\",\"variables\":{\"a\":" + nested + "}}", "Content-Type", JSON);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.body()).contains("\"code\":\"BODY_TOO_DEEP\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void answers405ToOtherMethods(String method) {
        var answer = caller.method(method, "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(Caller.header(answer, "Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(answer.body()).contains("\"code\":\"METHOD_NOT_ALLOWED\"");
    }

    @Test
    void saysWhichMethodsThereAre() {
        for (var path : new String[] {"", "/schema"}) {
            var answer = caller.method("OPTIONS", path);

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(Caller.header(answer, "Allow")).contains("GET, HEAD");
        }
    }

    @Test
    void isOneDoorHoweverItsAddressIsWritten() throws IOException, InterruptedException {
        var address = URI.create(graph.url().replace("/graphql", "/graph%71l"));
        var request = HttpRequest.newBuilder(address).PUT(BodyPublishers.noBody());

        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.build(), BodyHandlers.ofString()).body())
                    .contains("\"code\":\"METHOD_NOT_ALLOWED\"");
        }
    }

    @Test
    void isCountedByItsAddress() {
        caller.ask("{ __typename }", "Accept", GRAPHQL);

        Awaited.the(Mono.fromSupplier(() -> meters.find("http.server.requests")
                        .tags("uri", "/graphql", "method", "POST", "status", "200")
                        .timers())
                .filter(timers -> !timers.isEmpty())
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(10))));
    }

    @Test
    void tellsAProgrammeWhyItsTokenIsNotGood() {
        var wrong = new Caller(graph.with("nonsense"));

        var answer = wrong.ask("{ __typename }", "Accept", GRAPHQL);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.header(answer, "WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.body()).contains("\"code\":\"TOKEN_INVALID\"").doesNotContain("\"data\"");
        assertThat(wrong.ask("{ __typename }", "Accept", JSON).statusCode()).isEqualTo(200);
        assertThat(new Caller(graph.anonymous())
                        .ask("{ __schema { queryType { name } } }", "Accept", GRAPHQL)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void answersWhatWasFoundBesideErrorsWith200() {
        var answer = caller.ask("{ grid(by: {id: \"x\"}) { id } }", "Accept", GRAPHQL);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"data\":{\"grid\":null}", "INVALID_ID");
    }

    @Test
    void refusesASubscriptionThatIsToBeAnsweredOnce() {
        var subscription = "subscription { issueEvents { cursor } }";

        assertThat(caller.ask(subscription, "Accept", GRAPHQL).statusCode()).isEqualTo(400);
        assertThat(caller.get(Map.of("query", subscription)).body()).contains("SUBSCRIPTION_TRANSPORT");
    }

    @Test
    void compressesWhatIsLong() {
        var query = "{ __schema { types { name fields { name description } } } }";
        var asked = new String[] {"Accept-Encoding", "gzip", "Accept", JSON};

        assertThat(Caller.header(caller.ask(query, asked), "Content-Encoding")).isEqualTo("gzip");
        assertThat(Caller.header(caller.ask("{ __typename }", asked), "Content-Encoding"))
                .isEmpty();
        assertThat(Caller.header(
                        caller.ask(query, "Accept-Encoding", "gzip", "Accept", "text/event-stream"),
                        "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void letsNoOtherOriginAskUnlessToldSo() {
        var preflight = caller.method(
                "OPTIONS",
                "",
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");

        assertThat(Caller.header(preflight, "Access-Control-Allow-Origin")).isEmpty();
    }
}

package org.wangge.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.SlowTable;

/// A server that carries out trusted documents alone, for the pages of one other origin.
@ApiTest
@TestPropertySource(
        properties = {
            "wangge.documents.trusted-only=true",
            "spring.graphql.cors.allowed-origins=https://grid.example",
            "wangge.limits.sending=200ms",
            "wangge.limits.request=2s"
        })
class ConfiguredDoorTests {
    @Autowired
    Graph graph;

    private Caller caller;

    @BeforeEach
    void callers() {
        caller = new Caller(graph);
    }

    @Test
    void refusesOpenDocuments() {
        var answer = caller.ask("{ __typename }", "Accept", "application/graphql-response+json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"DOCUMENT_NOT_TRUSTED\"");
        assertThat(caller.get(Map.of("documentId", "categories")).body()).startsWith("{\"data\":{");
        assertThat(caller.method("GET", "/schema").statusCode()).isEqualTo(200);
    }

    @Test
    void letsThePagesOfTheOriginAsk() {
        var preflight = caller.method(
                "OPTIONS",
                "",
                "Origin",
                "https://grid.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type, authorization, last-event-id");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(Caller.header(preflight, "Access-Control-Allow-Origin")).isEqualTo("https://grid.example");

        var answer = caller.get(Map.of("documentId", "categories"), "Origin", "https://grid.example");
        assertThat(Caller.header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://grid.example");
        assertThat(Caller.header(answer, "Access-Control-Expose-Headers")).contains("ETag");
        assertThat(Caller.header(answer, "Vary")).contains("Origin", "Authorization");
        assertThat(caller.get(Map.of("documentId", "categories"), "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void waitsForABodyOnlySoLong() throws Exception {
        try (var socket = new Socket("127.0.0.1", URI.create(graph.url()).getPort())) {
            var head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"TIMEOUT\"");
        }
    }

    @Test
    void waitsForAnAnswerOnlySoLong() throws Exception {
        try (var held = SlowTable.of(graph.database(), "issue")) {
            var answer = caller.get(Map.of("documentId", "open-issues"), "Accept", "application/graphql-response+json");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("\"code\":\"REQUEST_TIMEOUT\"", "\"retryable\":true", "2 seconds")
                    .doesNotContain("\"data\"");
            held.untilNobodyWaits();
        }
        assertThat(caller.get(Map.of("documentId", "open-issues")).body()).startsWith("{\"data\":{");
    }
}

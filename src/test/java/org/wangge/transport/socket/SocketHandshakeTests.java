package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.transport.socket.RawSocket.Closed;

/// Who is let in, and in which language they are spoken to.
@ApiTest
class SocketHandshakeTests {
    @Autowired
    Graph graph;

    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Protocol: graphql-ws", "Sec-WebSocket-Protocol: chat, mqtt", "X-None: x"})
    void closesOnAnotherProtocol(String header) {
        try (var socket = new RawSocket(graph.socketUrl(), header)) {
            assertThat(socket.closed()).isEqualTo(new Closed(4406, "Subprotocol not acceptable"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "0", ""})
    void refusesDraftsOfRfc6455(String version) {
        try (var socket = new RawSocket(
                graph.socketUrl(),
                "Sec-WebSocket-Protocol: graphql-transport-ws",
                "Sec-WebSocket-Version: " + version)) {
            assertThat(socket.handshake()).startsWith("HTTP/1.1 426").containsIgnoringCase("sec-websocket-version: 13");
        }
    }

    @Test
    void choosesItsProtocolOfSeveral() {
        try (var socket =
                new RawSocket(graph.socketUrl(), "Sec-WebSocket-Protocol: graphql-ws, graphql-transport-ws")) {
            assertThat(socket.handshake().toLowerCase(Locale.ROOT))
                    .startsWith("http/1.1 101")
                    .contains("sec-websocket-protocol: graphql-transport-ws\r\n");
            socket.say(Map.of("type", "ping"));
            assertThat(socket.next()).containsEntry("type", "pong");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, 403",
        "null, 403",
        "http://127.0.0.1:1, 403",
        "not a url, 403",
        "http://{own}, 101",
        "https://{own}, 101"
    })
    void letsInOnlyItsOwnPages(String origin, String status) {
        var own = URI.create(graph.socketUrl()).getAuthority();
        try (var socket = new RawSocket(
                graph.socketUrl(),
                "Sec-WebSocket-Protocol: graphql-transport-ws",
                "Origin: " + origin.replace("{own}", own))) {
            assertThat(socket.handshake()).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @CsvSource({"x-none, , 该值", "Accept-Language, en, The value", "Accept-Language, zh-CN, 该值"})
    void speaksTheLanguageOfTheHandshake(String header, String language, String word) {
        try (var socket = new RawSocket(
                graph.socketUrl(), "Sec-WebSocket-Protocol: graphql-transport-ws", header + ": " + language)) {
            assertThat(mistake(socket, Map.of())).contains(word.equals("该值") ? "编号" : word);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, is not an id", "en-GB, is not an id", "zh_CN, 编号", "?, 编号"})
    void speaksTheLanguageThatTheClientNames(String locale, String word) {
        try (var socket = RawSocket.open(graph.socketUrl())) {
            assertThat(mistake(socket, Map.of("locale", locale))).contains(word);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, is not an id", "zh, 编号"})
    void tellsWhatBreaksAStreamOffInThatLanguage(String locale, String word) {
        try (var socket = RawSocket.open(graph.socketUrl())) {
            mistake(socket, Map.of("locale", locale));
            assertThat(socket.next()).containsEntry("type", "complete");

            socket.subscribe("s", "subscription { issueEvents(filter: {within: \"x\"}) { cursor } }", Map.of());

            assertThat(socket.next().toString()).contains("type=error", word);
        }
    }

    private String mistake(RawSocket socket, Map<String, String> more) {
        var payload = new HashMap<>(RawSocket.authorization(graph.token()));
        payload.putAll(more);
        socket.say(Map.of("type", "connection_init", "payload", payload));
        socket.next();
        return socket.subscribe("1", "{ node(id: \"x\") { id } }", Map.of())
                .next()
                .toString();
    }
}

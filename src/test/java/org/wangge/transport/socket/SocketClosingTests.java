package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.transport.socket.RawSocket.Closed;

/// What ends a socket, each with the code that the protocol gives it.
@ApiTest
class SocketClosingTests {
    @Autowired
    Graph graph;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not json                                             | The message is not JSON
            {"type":"pong"} {"type":"pong"}                      | The message is not JSON
            {"type":"pong","type":"ping"}                        | The message is not JSON
            ["ping"]                                             | A message must be a JSON object
            null                                                 | A message must be a JSON object
            {}                                                   | A message must have a type
            {"type":7}                                           | A message must have a type
            {"type":"start"}                                     | Unknown type of message
            {"type":"next","id":"1","payload":{}}                | Unknown type of message
            {"type":"connection_ack"}                            | Unknown type of message
            {"type":"ping","payload":[]}                         | The payload must be an object
            {"type":"connection_init","payload":"x"}             | The payload must be an object
            {"type":"complete"}                                  | An operation must have an id, a string that is not empty
            {"type":"complete","id":7}                           | An operation must have an id, a string that is not empty
            {"type":"subscribe","id":"","payload":{"query":"x"}} | An operation must have an id, a string that is not empty
            {"type":"subscribe","id":"1"}                        | The payload of subscribe must be an object
            {"type":"subscribe","id":"1","payload":{}}           | payload.query is missing
            {"type":"subscribe","id":"1","payload":{"query":7}}  | payload.query must be a string
            {"type":"subscribe","id":"1","payload":{"query":"x","operationName":7}} | payload.operationName must be a string
            {"type":"subscribe","id":"1","payload":{"query":"x","variables":[]}}    | payload.variables must be an object
            {"type":"subscribe","id":"1","payload":{"query":"x","extensions":"x"}}  | payload.extensions must be an object
            """)
    void closesOnWhatIsNotInTheProtocol(String text, String reason) {
        try (var socket = letIn()) {
            assertThat(socket.say(text).closed()).isEqualTo(new Closed(4400, reason));
            assertThat(socket.hasHungUp()).isTrue();
        }
    }

    @Test
    void closesOnAMessageNestedTooDeeply() {
        try (var socket = letIn()) {
            var deep = "{\"type\":\"ping\",\"payload\":" + "{\"a\":".repeat(48) + "1" + "}".repeat(48) + "}";
            assertThat(socket.say(deep).next()).containsEntry("type", "pong");

            var deeper = "{\"type\":\"ping\",\"payload\":" + "[".repeat(20_000);
            assertThat(socket.say(deeper).closed().code()).isEqualTo(4400);
        }
    }

    @Test
    void closesOnAnOperationBeforeTheAcknowledgement() {
        try (var socket = RawSocket.open(graph.socketUrl())) {
            socket.subscribe("1", SocketProtocolTests.GRIDS, Map.of());
            assertThat(socket.closed()).isEqualTo(new Closed(4401, "Unauthorized"));
        }
        try (var socket = RawSocket.open(graph.socketUrl())) {
            socket.say(Map.of("type", "connection_init"));
            assertThat(socket.closed()).isEqualTo(new Closed(4401, "Unauthorized"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Bearer x\"", "\"\"", "7", "[\"x\"]", "{}"})
    void closesOnATokenThatIsNotGood(String authorization) {
        try (var socket = RawSocket.open(graph.socketUrl())) {
            socket.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":" + authorization + "}}");
            assertThat(socket.closed()).isEqualTo(new Closed(4403, "TOKEN_INVALID"));
        }
    }

    @Test
    void closesWhenNothingIsSaidForTenSeconds() {
        try (var socket = RawSocket.open(graph.socketUrl())) {
            assertThat(socket.closed()).isEqualTo(new Closed(4408, "Connection initialisation timeout"));
        }
    }

    @Test
    void closesOnASecondInitialisation() {
        try (var socket = letIn()) {
            socket.say(Map.of("type", "connection_init", "payload", RawSocket.authorization(graph.token())));
            assertThat(socket.closed()).isEqualTo(new Closed(4429, "Too many initialisation requests"));
        }
        try (var socket = RawSocket.open(graph.socketUrl())) {
            socket.say(Map.of("type", "connection_init", "payload", RawSocket.authorization(graph.token())));
            socket.say(Map.of("type", "connection_init"));
            assertThat(socket.closed().code()).isEqualTo(4429);
        }
    }

    @Test
    void closesOnAnIdThatASubscriptionHas() {
        var id = "网".repeat(100);
        try (var socket = letIn()) {
            socket.subscribe(id, SocketProtocolTests.EVENTS, Map.of());
            socket.next();
            socket.subscribe(id, SocketProtocolTests.GRIDS, Map.of());

            var closed = socket.closed();
            assertThat(closed.code()).isEqualTo(4409);
            assertThat(closed.reason()).startsWith("Subscriber for 网网");
        }
    }

    @Test
    void saysGoodbyeToWhoeverDoes() {
        try (var socket = letIn()) {
            socket.frame(RawSocket.CLOSE, new byte[] {0x03, (byte) 0xE8});
            assertThat(socket.closed().code()).isEqualTo(1000);
            assertThat(socket.hasHungUp()).isTrue();
        }
    }

    private RawSocket letIn() {
        return RawSocket.letIn(graph.socketUrl(), graph.token());
    }
}

package org.wangge.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

/// Frames as no library would send them: each ends its own socket with the right code, and nobody
/// else notices.
@ApiTest
class SocketFrameTests {
    private static final byte[] NOTHING = {};
    private static final byte[] MASK = new byte[4];
    private static final int FLOOD = 200_000;

    @Autowired
    Graph graph;

    private RawSocket bystander;

    @BeforeEach
    void somebodyListens() {
        bystander = RawSocket.letIn(graph.socketUrl(), graph.token());
        bystander.subscribe("b", SocketProtocolTests.EVENTS, Map.of());
        assertThat(bystander.next().toString()).contains("FeedCheckpoint");
    }

    @AfterEach
    void andHearsWhatHappensAsBefore() {
        var reported = graph.ask(
                        "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                        Map.of("input", SocketProtocolTests.issue()))
                .text("reportIssue.issue.id");
        assertThat(bystander.next().toString()).contains(reported);
        bystander.close();
    }

    static Stream<Arguments> badFrames() {
        return Stream.of(
                bad("reserved opcode of data", 1002, socket -> socket.frame(0x83, NOTHING)),
                bad("reserved opcode of control", 1002, socket -> socket.frame(0x8B, NOTHING)),
                bad("reserved bit", 1002, socket -> socket.frame(0xC1, NOTHING)),
                bad("no mask", 1002, socket -> socket.send(new byte[] {(byte) 0x81, 2, '{', '}'})),
                bad("ping in parts", 1002, socket -> socket.frame(0x09, NOTHING)),
                bad("ping too long", 1002, socket -> socket.frame(RawSocket.PING, new byte[126])),
                bad("end without a begin", 1002, socket -> socket.frame(RawSocket.LAST, NOTHING)),
                bad(
                        "begin in a begin",
                        1002,
                        socket -> socket.frame(RawSocket.TEXT_PART, NOTHING).frame(RawSocket.TEXT, NOTHING)),
                bad("close of one byte", 1002, socket -> socket.frame(RawSocket.CLOSE, new byte[1])),
                bad("binary", 1003, socket -> socket.frame(RawSocket.BINARY, NOTHING)),
                bad(
                        "no UTF-8",
                        1007,
                        socket -> socket.frame(RawSocket.TEXT, new byte[] {'"', (byte) 0xC0, (byte) 0xAF})),
                bad(
                        "half a surrogate",
                        1007,
                        socket -> socket.frame(
                                RawSocket.TEXT, new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})),
                bad(
                        "no UTF-8 in parts",
                        1007,
                        socket -> socket.frame(RawSocket.TEXT_PART, new byte[] {(byte) 0xE7})
                                .frame(RawSocket.LAST, new byte[] {'a'})),
                bad("1 GB announced", 1009, socket -> socket.send(length(1L << 30))),
                bad("the largest length", 1009, socket -> socket.send(length(Long.MAX_VALUE))),
                bad("a byte too long", 1009, socket -> socket.frame(RawSocket.TEXT, new byte[65_537])),
                bad(
                        "too long in parts",
                        1009,
                        socket -> socket.frame(RawSocket.TEXT_PART, new byte[40_000])
                                .frame(RawSocket.MORE, new byte[40_000])),
                bad(
                        "flood of parts",
                        1008,
                        socket -> socket.frame(RawSocket.TEXT_PART, NOTHING)
                                .flood(RawSocket.framed(RawSocket.MORE, NOTHING), FLOOD)),
                bad(
                        "flood of pings",
                        1008,
                        socket -> socket.flood(RawSocket.framed(RawSocket.PING, new byte[125]), FLOOD)),
                bad("flood of pongs", 1008, socket -> socket.flood(RawSocket.framed(RawSocket.PONG, NOTHING), FLOOD)),
                bad(
                        "flood of ping messages",
                        1008,
                        socket -> socket.flood(RawSocket.framed(RawSocket.TEXT, utf8("{\"type\":\"ping\"}")), FLOOD)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badFrames")
    void closeTheirSocketWithTheRightCode(String what, int code, Consumer<RawSocket> sending) {
        try (var socket = RawSocket.letIn(graph.socketUrl(), graph.token())) {
            sending.accept(socket);

            assertThat(socket.closed().code()).as(what).isEqualTo(code);
            assertThat(socket.hasHungUp()).isTrue();
        }
    }

    @Test
    void inPartsMakeAMessageAndMayBeInterruptedByAPing() {
        try (var socket = RawSocket.letIn(graph.socketUrl(), graph.token())) {
            var text = utf8("{\"type\":\"ping\",\"payload\":{\"网\":\"格\"}}");
            for (int i = 0; i < text.length; i++) {
                var first = i == 0 ? RawSocket.TEXT_PART : i == text.length - 1 ? RawSocket.LAST : RawSocket.MORE;
                socket.frame(first, new byte[] {text[i]});
                if (i == text.length / 2) {
                    socket.frame(RawSocket.PING, utf8("相同的内容"));
                    assertThat(socket.read().payload()).isEqualTo(utf8("相同的内容"));
                }
            }

            assertThat(socket.next()).containsEntry("type", "pong");
        }
    }

    @Test
    void ofALongMessageAreTaken() {
        try (var socket = RawSocket.letIn(graph.socketUrl(), graph.token())) {
            var frame = "{\"type\":\"ping\",\"payload\":{\"a\":\"\"}}";
            socket.say(frame.replace("\"\"", "\"" + "x".repeat(65_536 - frame.length()) + "\""));

            assertThat(socket.next()).containsEntry("type", "pong");
        }
    }

    private static Arguments bad(String what, int code, Consumer<RawSocket> sending) {
        return Arguments.of(what, code, sending);
    }

    private static byte[] length(long length) {
        return ByteBuffer.allocate(14)
                .put((byte) 0x81)
                .put((byte) (0x80 | 127))
                .putLong(length)
                .put(MASK)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

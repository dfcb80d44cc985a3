package org.wangge.transport.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A client that sends whatever bytes it is told to, and reads only when it is told to.
final class RawSocket implements AutoCloseable {
    static final int TEXT = 0x81;
    static final int TEXT_PART = 0x01;
    static final int MORE = 0x00;
    static final int LAST = 0x80;
    static final int BINARY = 0x82;
    static final int CLOSE = 0x88;
    static final int PING = 0x89;
    static final int PONG = 0x8A;

    private static final String VERSION = "Sec-WebSocket-Version";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;
    private final DataInputStream in;
    private final String handshake;

    record Frame(int opcode, byte[] payload) {}

    record Closed(int code, String reason) {}

    /// Opens a socket with the protocol of the graph.
    static RawSocket open(String url) {
        return new RawSocket(url, "Sec-WebSocket-Protocol: graphql-transport-ws");
    }

    /// Opens a socket and waits to be let in.
    static RawSocket letIn(String url, @Nullable String token) {
        var raw = open(url);
        raw.say(Map.of("type", "connection_init", "payload", authorization(token)));
        var answer = raw.next();
        if (!"connection_ack".equals(answer.get("type"))) {
            throw new AssertionError("not let in but " + answer);
        }
        return raw;
    }

    static Map<String, Object> authorization(@Nullable String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    RawSocket(String url, String... headers) {
        var uri = URI.create(url);
        var lines = new StringBuilder("GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith(VERSION))) {
            lines.append(VERSION).append(": 13\r\n");
        }
        Arrays.stream(headers).forEach(header -> lines.append(header).append("\r\n"));
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(16_384);
            socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
            send(lines.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            handshake = head();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What the server said to the handshake.
    String handshake() {
        return handshake;
    }

    RawSocket say(Map<String, ?> message) {
        return say(JSON.writeValueAsString(message));
    }

    RawSocket say(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    RawSocket subscribe(String id, String query, Map<String, ?> variables) {
        return say(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query, "variables", variables)));
    }

    RawSocket complete(String id) {
        return say(Map.of("id", id, "type", "complete"));
    }

    RawSocket frame(int first, byte[] payload) {
        return send(framed(first, payload));
    }

    /// A masked frame; the mask is zero, which leaves the payload as it is.
    static byte[] framed(int first, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    RawSocket send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Sends until the server hangs up, or so many times.
    RawSocket flood(byte[] bytes, int times) {
        try {
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(bytes);
            }
        } catch (IOException hungUp) {
            return this;
        }
        return this;
    }

    /// The next message; signs of life that are asked for are given.
    Map<String, Object> next() {
        while (true) {
            var frame = read();
            if (frame.opcode() == 0x9) {
                frame(PONG, frame.payload());
            } else if (frame.opcode() == 0x1) {
                Map<String, Object> message =
                        JSON.readValue(new String(frame.payload(), StandardCharsets.UTF_8), OBJECT);
                if (!"ping".equals(message.get("type"))) {
                    return message;
                }
                say(Map.of("type", "pong"));
            } else {
                throw new AssertionError("a message was due, not " + frame + " " + closed(frame));
            }
        }
    }

    Frame read() {
        try {
            var opcode = in.readUnsignedByte() & 0x0F;
            var length = (long) in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            return new Frame(opcode, in.readNBytes((int) length));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// How the server closes the socket, whatever it sends before.
    Closed closed() {
        var frame = read();
        while (frame.opcode() != 0x8) {
            frame = read();
        }
        flood(framed(CLOSE, frame.payload()), 1);
        return closed(frame);
    }

    /// Whether nothing more comes and the connection ends.
    boolean hasHungUp() {
        try {
            while (in.read() >= 0) {
                continue;
            }
            return true;
        } catch (java.net.SocketTimeoutException stays) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Closed closed(Frame frame) {
        var payload = ByteBuffer.wrap(frame.payload());
        return frame.opcode() != 0x8 || payload.remaining() < 2
                ? new Closed(1005, "")
                : new Closed(
                        payload.getShort(),
                        StandardCharsets.UTF_8.decode(payload).toString());
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException(head.toString());
            }
            head.append((char) next);
        }
        return head.toString();
    }
}

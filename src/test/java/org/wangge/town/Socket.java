package org.wangge.town;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A bare client of `graphql-transport-ws` with one subscription, whose messages wait in a queue.
public final class Socket implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<Map<String, Object>> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Closing> closing = new CompletableFuture<>();
    private final WebSocket socket;

    /// Opens the socket with a token and waits for its acknowledgement.
    public Socket(String url, @Nullable String token) {
        this(url, token == null ? Map.of() : Map.of("Authorization", "Bearer " + token));
        var acknowledged = next();
        if (!"connection_ack".equals(acknowledged.get("type"))) {
            throw new AssertionError("no acknowledgement but " + acknowledged);
        }
    }

    private Socket(String url, Map<String, ?> payload) {
        socket = CLIENT.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(url), this)
                .join();
        send(Map.of("type", "connection_init", "payload", payload));
    }

    /// Opens the socket and asks to be let in, whatever the answer.
    public static Socket knocking(String url, Map<String, ?> payload) {
        return new Socket(url, payload);
    }

    /// How the server closed the socket, within ten seconds.
    public Closing closing() {
        return closing.orTimeout(10, TimeUnit.SECONDS).join();
    }

    public record Closing(int code, String reason) {}

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closing.complete(new Closing(code, reason));
        return null;
    }

    public Socket subscribe(String document, Map<String, ? extends @Nullable Object> variables) {
        send(Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", document, "variables", variables)));
        return this;
    }

    /// The next message, within ten seconds.
    public Map<String, Object> next() {
        var message = poll(10_000);
        if (message == null) {
            throw new AssertionError("nothing came within ten seconds");
        }
        return message;
    }

    /// The next message, or null when none comes in time.
    public @Nullable Map<String, Object> poll(long milliseconds) {
        try {
            return messages.poll(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// What the subscription's root field holds in the next message.
    public Map<String, Object> nextItem() {
        return item(next());
    }

    /// What the subscription's root field holds in a message.
    public static Map<String, Object> item(Map<String, Object> message) {
        var payload = JSON.convertValue(message.get("payload"), Object.class);
        if (!(payload instanceof Map<?, ?> map) || !(map.get("data") instanceof Map<?, ?> data)) {
            throw new AssertionError("no data in " + message);
        }
        return JSON.convertValue(data.values().iterator().next(), OBJECT);
    }

    /// So many items in a row.
    public List<Map<String, Object>> nextItems(int count) {
        var items = new ArrayList<Map<String, Object>>();
        while (items.size() < count) {
            items.add(nextItem());
        }
        return items;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            take(JSON.readValue(partial.toString(), OBJECT));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void take(Map<String, Object> message) {
        if ("ping".equals(message.get("type"))) {
            socket.sendText("{\"type\":\"pong\"}", true);
        } else {
            messages.add(message);
        }
    }

    /// Drops the connection as a phone does in a tunnel.
    public void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    private void send(Map<String, ?> message) {
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }
}

package org.wangge.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wangge.town.Socket;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One subscription by a socket that reads only what is asked for: between two items nothing is taken from
/// the connection.
final class ReluctantSocket implements WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<Map<String, Object>> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    ReluctantSocket(String url, String token, String document, Map<String, ?> variables) {
        socket = CLIENT.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(url.replace("http:", "ws:")), this)
                .join();
        send(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
        next();
        send(Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", document, "variables", variables)));
    }

    Map<String, Object> nextItem() {
        return Socket.item(next());
    }

    /// Leaves without a word.
    void abort() {
        socket.abort();
    }

    @Override
    public void onOpen(WebSocket opened) {
        // Nothing is asked for yet.
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(JSON.readValue(partial.toString(), OBJECT));
            partial.setLength(0);
        } else {
            from.request(1);
        }
        return null;
    }

    private Map<String, Object> next() {
        socket.request(1);
        try {
            var message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came");
            }
            return "ping".equals(message.get("type")) ? next() : message;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void send(Map<String, ?> message) {
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }
}

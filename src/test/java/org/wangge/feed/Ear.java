package org.wangge.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Listens by a socket of its own and notes when it hears of which issue. It reads no more of a message
/// than it needs: there are thousands of them, and the server under test is on the same machine.
final class Ear implements WebSocket.Listener {
    private static final String ID = "\"issueId\":\"";
    private static final String CAUGHT_UP = "\"caughtUp\":true";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .executor(
                    Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory()))
            .build();

    private final Latencies latencies;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private Ear(String url, String token, String document, Map<String, ?> variables, Latencies latencies) {
        this.latencies = latencies;
        socket = CLIENT.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(url.replace("http:", "ws:")), this)
                .join();
        send(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
        acknowledged.thenRun(() -> send(
                Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", document, "variables", variables))));
    }

    /// Listens; it has heard all that was missed when it is given.
    static Ear open(String url, String token, String document, Map<String, ?> variables, Latencies latencies) {
        var ear = new Ear(url, token, document, variables, latencies);
        ear.caughtUp.orTimeout(120, TimeUnit.SECONDS).join();
        return ear;
    }

    void close() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard(partial);
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        caughtUp.completeExceptionally(new AssertionError(code + " " + reason));
        return null;
    }

    private void heard(StringBuilder message) {
        var at = message.indexOf(ID);
        if (at >= 0) {
            var from = at + ID.length();
            latencies.told(message.substring(from, message.indexOf("\"", from)));
        } else if (message.indexOf("connection_ack") >= 0) {
            acknowledged.completeAsync(() -> null);
        } else if (message.indexOf(CAUGHT_UP) >= 0) {
            caughtUp.complete(null);
        } else if (message.indexOf("\"ping\"") >= 0) {
            socket.sendText("{\"type\":\"pong\"}", true);
        } else if (message.indexOf("\"error") >= 0) {
            caughtUp.completeExceptionally(new AssertionError(message.toString()));
        }
    }

    private void send(Map<String, ?> message) {
        socket.sendText(JsonMapper.shared().writeValueAsString(message), true).join();
    }
}

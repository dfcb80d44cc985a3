package org.wangge.transport.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.town.Graph;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads an event stream, one event after the other.
final class EventReader implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpResponse<java.io.InputStream> response;
    private final BufferedReader lines;

    EventReader(Graph graph, String document, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(graph.url()))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + graph.token())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    HttpResponse<?> response() {
        return response;
    }

    /// The next event that is no comment.
    Event next() {
        var event = nextOrComment();
        while (event.isComment()) {
            event = nextOrComment();
        }
        return event;
    }

    Event nextOrComment() {
        var event = new Event("", "", "", false);
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            event = switch (line.substring(0, colon)) {
                case "event" -> new Event(value, event.id, event.data, false);
                case "id" -> new Event(event.name, value, event.data, false);
                case "data" -> new Event(event.name, event.id, value, false);
                default -> new Event("", "", "", true);
            };
        }
        return event;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String line() {
        try {
            var line = lines.readLine();
            if (line == null) {
                throw new AssertionError("the stream has ended");
            }
            return line;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    record Event(String name, String id, String data, boolean isComment) {
        JsonNode json() {
            return JSON.readTree(data);
        }

        /// The text at a pointer; empty when there is none.
        String text(String pointer) {
            return json().at(pointer).asString("");
        }
    }
}

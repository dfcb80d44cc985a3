package org.wangge.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.town.Socket;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A bare client of one event stream, read item by item.
final class Stream {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String DATA = "data: ";

    private final InputStream body;
    private final BufferedReader lines;

    Stream(String url, String token, String document, Map<String, ? extends @Nullable Object> variables) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables))))
                .build();
        body = CLIENT.sendAsync(request, BodyHandlers.ofInputStream()).join().body();
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    Map<String, Object> nextItem() {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    return Socket.item(Map.of("payload", JSON.readValue(line.substring(DATA.length()), OBJECT)));
                }
            }
            throw new AssertionError("the stream has ended");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Leaves without a word.
    void abort() {
        try {
            body.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

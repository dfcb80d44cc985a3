package org.wangge.transport.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.town.Graph;
import tools.jackson.databind.json.JsonMapper;

/// Asks the graph by bare HTTP, in English.
final class Caller {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Graph graph;

    Caller(Graph graph) {
        this.graph = graph;
    }

    /// Headers are given as name and value in turn.
    HttpResponse<String> post(String body, String... headers) {
        return post(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(byte[] body, String... headers) {
        return send(request("", headers).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> ask(String document, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return post(JsonMapper.shared().writeValueAsString(Map.of("query", document)), all);
    }

    HttpResponse<String> get(Map<String, String> parameters, String... headers) {
        return send(request("?" + encoded(parameters), headers).GET());
    }

    HttpResponse<String> method(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(graph.url() + path)).header("Accept-Language", "en");
        if (graph.token() != null) {
            request.header("Authorization", "Bearer " + graph.token());
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

package org.wangge.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.wangge.town.TownGrid;
import tools.jackson.databind.json.JsonMapper;

/// Reports issues over plain HTTP.
final class Reporter {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REPORT =
            "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } refusal { message } } }";

    private final URI url;
    private final String token;

    Reporter(String url, String token) {
        this.url = URI.create(url);
        this.token = token;
    }

    String report(UUID key, TownGrid grid, String description) {
        return issueId(sent(key, grid, description).join());
    }

    CompletableFuture<HttpResponse<String>> sent(UUID key, TownGrid grid, String description) {
        var input = Map.of(
                "key",
                key.toString(),
                "category",
                "GREENERY",
                "description",
                description,
                "source",
                "GRID_PATROL",
                "gridId",
                grid.id());
        return post(Map.of("query", REPORT, "variables", Map.of("input", input)));
    }

    /// A position of the log from which everything reported later is told.
    String asOf() {
        var answer = post(Map.of("query", "{ issues(first: 1) { asOf } }")).join();
        return JSON.readTree(answer.body()).at("/data/issues/asOf").asString();
    }

    static String issueId(HttpResponse<String> answer) {
        var id = JSON.readTree(answer.body()).at("/data/reportIssue/issue/id");
        if (!id.isString()) {
            throw new AssertionError("not reported: " + answer.statusCode() + " " + answer.body());
        }
        return id.asString();
    }

    private CompletableFuture<HttpResponse<String>> post(Map<String, ?> body) {
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString());
    }
}

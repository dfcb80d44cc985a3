package org.wangge.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.wangge.access.Tokens;

/// A client of the graph under test; somebody who may everything, unless told otherwise.
@TestComponent
public class Graph {
    private final Environment environment;
    private final Tokens tokens;
    private final Supplier<@Nullable String> token;

    @Autowired
    Graph(Environment environment, Tokens tokens) {
        this(environment, tokens, TownAccount.EVERYTHING.token(tokens));
    }

    private Graph(Environment environment, Tokens tokens, Supplier<@Nullable String> token) {
        this.environment = environment;
        this.tokens = tokens;
        this.token = token;
    }

    /// Reports an issue in a grid.
    public Answer report(TownGrid grid, String category, String description) {
        return ask(
                "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } cursor refusal { code } } }",
                Map.of("input", TownReport.of(grid, category, description)));
    }

    /// The same graph, asked by somebody else.
    public Graph as(TownAccount other) {
        return new Graph(environment, tokens, other.token(tokens));
    }

    /// The same graph, asked by nobody in particular.
    public Graph anonymous() {
        return new Graph(environment, tokens, () -> null);
    }

    /// The same graph, asked with a token of one's own.
    public Graph with(String given) {
        return new Graph(environment, tokens, () -> given);
    }

    /// The same graph, asked with a token that is made anew each time.
    public Graph with(Supplier<@Nullable String> given) {
        return new Graph(environment, tokens, given);
    }

    /// A token of whoever asks; none for nobody.
    public @Nullable String token() {
        return token.get();
    }

    /// A socket of whoever asks.
    public Socket socket() {
        return new Socket(socketUrl(), token());
    }

    public String url() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/graphql";
    }

    public String socketUrl() {
        return url().replace("http:", "ws:");
    }

    /// The database that the server under test stands on.
    public String database() {
        return environment.getRequiredProperty("test.database");
    }

    public HttpGraphQlTester tester() {
        return tester("en");
    }

    public HttpGraphQlTester tester(String language) {
        return HttpGraphQlTester.create(WebTestClient.bindToServer()
                .baseUrl(url())
                .defaultHeader("Accept-Language", language)
                .defaultHeaders(headers -> authorize(headers, token()))
                .responseTimeout(java.time.Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16_000_000))
                .build());
    }

    private static void authorize(HttpHeaders headers, @Nullable String token) {
        if (token != null) {
            headers.setBearerAuth(token);
        }
    }

    public Answer ask(String document) {
        return ask(document, Map.of());
    }

    /// Executes a document and gives its data and errors as they came.
    public Answer ask(String document, Map<String, ? extends @Nullable Object> variables) {
        var request = tester().document(document);
        variables.forEach((name, value) -> request.variable(name, value));
        return Answer.of(request);
    }

    /// Walks a whole list page by page and gives the values of a field, in the order of the list,
    /// whichever way it was walked.
    public List<String> walk(String document, String list, String field, boolean forward, int size) {
        var walked = new ArrayList<String>();
        String cursor = null;
        do {
            Map<String, @Nullable Object> variables = new HashMap<>();
            variables.put(forward ? "first" : "last", size);
            variables.put(forward ? "after" : "before", cursor);
            var page = ask(document, variables);
            var values = page.texts(list + ".nodes[*]." + field);
            walked.addAll(forward ? walked.size() : 0, values);
            var info = list + ".pageInfo.";
            var hasMore = page.get(info + (forward ? "hasNextPage" : "hasPreviousPage"), Boolean.class);
            cursor = hasMore ? page.text(info + (forward ? "endCursor" : "startCursor")) : null;
        } while (cursor != null);
        return walked;
    }
}

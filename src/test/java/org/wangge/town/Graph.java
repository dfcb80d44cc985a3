package org.wangge.town;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

/// A client of the graph under test.
@TestComponent
public class Graph {
    private final Environment environment;

    Graph(Environment environment) {
        this.environment = environment;
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
                .responseTimeout(java.time.Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16_000_000))
                .build());
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
}

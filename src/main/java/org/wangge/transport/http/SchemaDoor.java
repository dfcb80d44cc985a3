package org.wangge.transport.http;

import graphql.schema.idl.SchemaPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Gives the contract for code generation to whoever may ask the graph for it: the question is put to
/// the graph itself, and what it answers to those who may not is passed on.
@Component
class SchemaDoor {
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final String INTROSPECTION = "{ __schema { queryType { name } } }";
    private static final List<MediaType> TYPES =
            List.of(MediaType.TEXT_PLAIN, MediaType.parseMediaType("application/graphql"));

    private final WebGraphQlHandler graph;
    private final Answers answers;
    private final byte[] schema;
    private final String etag;

    SchemaDoor(WebGraphQlHandler graph, Answers answers, GraphQlSource source) {
        this.graph = graph;
        this.answers = answers;
        this.schema = new SchemaPrinter().print(source.schema()).getBytes(StandardCharsets.UTF_8);
        this.etag = Answers.etag(schema);
    }

    Mono<Void> handle(ServerWebExchange exchange) {
        if (exchange.getRequest().getMethod().equals(HttpMethod.OPTIONS)) {
            return Answers.allowed(ALLOWED, exchange);
        }
        Answers.headers(exchange).add(HttpHeaders.VARY, Answers.VARY);
        try {
            return answered(exchange);
        } catch (Rejection rejection) {
            return answers.of(rejection, exchange);
        }
    }

    private Mono<Void> answered(ServerWebExchange exchange) {
        if (!Answers.isSafe(exchange)) {
            throw Rejection.wrongMethod(ALLOWED);
        }
        var type = AnswerType.of(exchange.getRequest().getHeaders(), TYPES);
        return graph.handleRequest(RequestReader.graphQlRequest(Map.of("query", INTROSPECTION), exchange))
                .map(response -> response.toMap())
                .flatMap(result -> result.containsKey(Results.ERRORS)
                        ? answers.of(result, AnswerType.GRAPHQL, exchange)
                        : Answers.kept(schema, etag, type + ";charset=utf-8", exchange));
    }
}

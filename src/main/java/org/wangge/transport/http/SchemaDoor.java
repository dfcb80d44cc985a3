package org.wangge.transport.http;

import graphql.schema.idl.SchemaPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
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
        this.etag = "W/\"" + DigestUtils.md5DigestAsHex(schema) + '"';
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        if (request.method().equals(HttpMethod.OPTIONS)) {
            return ServerResponse.noContent().header(HttpHeaders.ALLOW, ALLOWED).build();
        }
        Answers.headers(request).add(HttpHeaders.VARY, Answers.VARY);
        return Mono.defer(() -> answered(request))
                .onErrorResume(Rejection.class, rejection -> answers.of(rejection, request));
    }

    private Mono<ServerResponse> answered(ServerRequest request) {
        if (!Answers.isSafe(request)) {
            throw Rejection.wrongMethod(ALLOWED);
        }
        var type = AnswerType.of(request.headers().asHttpHeaders(), TYPES);
        return graph.handleRequest(introspection(request))
                .map(response -> response.toMap())
                .flatMap(result -> result.containsKey(Results.ERRORS)
                        ? answers.of(result, AnswerType.GRAPHQL, request)
                        : written(type, request));
    }

    private static WebGraphQlRequest introspection(ServerRequest request) {
        return new WebGraphQlRequest(
                request.uri(),
                request.headers().asHttpHeaders(),
                request.cookies(),
                request.remoteAddress().orElse(null),
                request.attributes(),
                Map.of("query", INTROSPECTION),
                Answers.id(request),
                Answers.locale(request));
    }

    private Mono<ServerResponse> written(MediaType type, ServerRequest request) {
        var headers = Answers.headers(request);
        headers.setCacheControl("private, no-cache");
        headers.setETag(etag);
        return request.checkNotModified(etag)
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .header(HttpHeaders.CONTENT_TYPE, type + ";charset=utf-8")
                        .contentLength(schema.length)
                        .body(BodyInserters.fromValue(schema))));
    }
}

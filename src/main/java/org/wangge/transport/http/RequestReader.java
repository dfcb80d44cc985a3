package org.wangge.transport.http;

import java.util.HashMap;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.wangge.graphql.RequestOptions;
import org.wangge.transport.TrustedDocuments;
import reactor.core.publisher.Mono;

/// Makes a request of the graph from what came by HTTP.
@Component
class RequestReader {
    private final Body body;
    private final Parameters parameters;
    private final TrustedDocuments documents;
    private final Operations operations;

    RequestReader(Body body, Parameters parameters, TrustedDocuments documents, Operations operations) {
        this.body = body;
        this.parameters = parameters;
        this.documents = documents;
        this.operations = operations;
    }

    /// Fails with a [Rejection], or with the fault of the document.
    Mono<WebGraphQlRequest> read(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return Answers.isSafe(exchange)
                ? Mono.fromSupplier(
                        () -> graphQl(parameters.ofAddress(request.getURI().getRawQuery()), exchange))
                : body.of(request).map(sent -> graphQl(parameters.ofBody(sent), exchange));
    }

    /// What stands beside the document in a body stands among the extensions everywhere else.
    private static Map<String, Object> withOptions(Map<String, Object> resolved) {
        var onError = resolved.get(RequestOptions.ON_ERROR);
        if (onError == null) {
            return resolved;
        }
        var extensions = new HashMap<Object, Object>();
        if (resolved.get("extensions") instanceof Map<?, ?> given) {
            extensions.putAll(given);
        }
        extensions.put(RequestOptions.ON_ERROR, onError);
        var with = new HashMap<>(resolved);
        with.put("extensions", extensions);
        return with;
    }

    /// A mutation by GET would be carried out by whoever follows a link, and again by whoever fetches ahead.
    private WebGraphQlRequest graphQl(Map<String, Object> asked, ServerWebExchange exchange) {
        var resolved = documents.resolved(asked);
        if (Answers.isSafe(exchange)
                && operations.isMutation(String.valueOf(resolved.get("query")), resolved.get("operationName"))) {
            throw Rejection.wrongMethod("POST");
        }
        return graphQlRequest(withOptions(resolved), exchange);
    }

    /// What is carried out on behalf of who sent this.
    static WebGraphQlRequest graphQlRequest(Map<String, Object> parameters, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return new WebGraphQlRequest(
                request.getURI(),
                request.getHeaders(),
                request.getCookies(),
                request.getRemoteAddress(),
                exchange.getAttributes(),
                parameters,
                Answers.id(exchange),
                Answers.locale(exchange));
    }
}

package org.wangge.transport.http;

import java.util.HashMap;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
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
    Mono<WebGraphQlRequest> read(ServerRequest request) {
        var read = Answers.isSafe(request)
                ? Mono.fromSupplier(() -> parameters.ofAddress(request.uri().getRawQuery()))
                : body.of(request.exchange().getRequest()).map(parameters::ofBody);
        return read.map(documents::resolved).map(resolved -> graphQl(resolved, request));
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
    private WebGraphQlRequest graphQl(Map<String, Object> resolved, ServerRequest request) {
        if (Answers.isSafe(request)
                && operations.isMutation(String.valueOf(resolved.get("query")), resolved.get("operationName"))) {
            throw Rejection.wrongMethod("POST");
        }
        return new WebGraphQlRequest(
                request.uri(),
                request.headers().asHttpHeaders(),
                request.cookies(),
                request.remoteAddress().orElse(null),
                request.attributes(),
                withOptions(resolved),
                Answers.id(request),
                Answers.locale(request));
    }
}

package org.wangge.graphql;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Answers what is wrong with a document before anything is asked of the database, were it who asks.
@Component
@Order(1)
class DocumentGuard implements WebGraphQlInterceptor {
    private final Documents documents;

    DocumentGuard(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var entry = documents.prepared(request.getDocument(), request.getLocale(), request.getId());
        return entry.hasErrors() ? Mono.just(RequestErrors.answer(request, entry.getErrors())) : chain.next(request);
    }
}

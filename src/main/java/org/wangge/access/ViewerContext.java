package org.wangge.access;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts the [Viewer] and its scope where controllers and loaders take them from: as context values
/// `viewer` and `scope`.
@Component
@Order(2)
class ViewerContext implements WebGraphQlInterceptor {
    private static final Map<?, Object> CONTEXT = Map.of("viewer", Viewer.OPERATOR, "scope", Viewer.OPERATOR.scope());

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(CONTEXT).build());
        return chain.next(request);
    }
}

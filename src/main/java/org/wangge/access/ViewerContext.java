package org.wangge.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// Puts the [Viewer] and its scope where controllers and loaders take them from: as context values
/// `viewer` and `scope`.
@Component
@Order(2)
class ViewerContext implements WebGraphQlInterceptor {
    private static final Viewer OPERATOR = new Viewer(
            "operator",
            new UUID(0, 0),
            null,
            null,
            null,
            List.of(Role.values()).stream()
                    .map(role -> new Grant(role, GridKey.WHOLE, Instant.EPOCH, null))
                    .toList(),
            null);
    private static final Map<?, Object> CONTEXT = Map.of("viewer", OPERATOR, "scope", Scope.everywhere());

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(CONTEXT).build());
        return chain.next(request);
    }
}

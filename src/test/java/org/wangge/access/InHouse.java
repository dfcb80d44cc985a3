package org.wangge.access;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// Asks the graph in the same process as whoever one likes: without a wire, a token and an account.
@TestComponent
class InHouse {
    private final ExecutionGraphQlService service;

    InHouse(ExecutionGraphQlService service) {
        this.service = service;
    }

    Mono<ExecutionGraphQlResponse> ask(String document, Map<String, @Nullable Object> variables, Viewer viewer) {
        return Mono.defer(() -> {
            var request =
                    new DefaultExecutionGraphQlRequest(document, null, variables, null, "in house", Locale.ENGLISH);
            var context = Map.of("viewer", viewer, "scope", Scope.everywhere(), "address", "127.0.0.1");
            request.configureExecutionInput(
                    (input, builder) -> builder.graphQLContext(context).build());
            return service.execute(request);
        });
    }
}

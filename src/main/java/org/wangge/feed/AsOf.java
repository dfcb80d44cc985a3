package org.wangge.feed;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.wangge.graphql.page.Seal;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Serves `asOf` of every connection: the position of the log before the page was read, so that a
/// feed after it brings everything the page does not hold. It is noted when the request comes in
/// and may lie a few events back: a feed tells at least once.
@Component
@Order(3)
class AsOf implements WebGraphQlInterceptor, RuntimeWiringConfigurer {
    private static final String KEY = "asOf";

    private final Tail tail;
    private final Seal seal;
    private TypeDefinitionRegistry registry = new TypeDefinitionRegistry();

    AsOf(Tail tail, Seal seal) {
        this.tail = tail;
        this.seal = seal;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!tail.hasLooked()) {
            return chain.next(request);
        }
        request.configureExecutionInput((input, builder) -> {
            Scope scope = Objects.requireNonNull(input.getGraphQLContext().get("scope"));
            return builder.graphQLContext(Map.of(KEY, new EventCursor(tail.positions(scope))))
                    .build();
        });
        return chain.next(request);
    }

    @Override
    public void setTypeDefinitionRegistry(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(RuntimeWiring.Builder builder) {
        registry.getTypes(ObjectTypeDefinition.class).stream()
                .map(ObjectTypeDefinition::getName)
                .filter(name -> name.endsWith("Connection"))
                .forEach(name -> builder.type(name, wiring -> wiring.dataFetcher(KEY, this::cursor)));
    }

    private String cursor(DataFetchingEnvironment environment) {
        EventCursor cursor = environment.getGraphQlContext().get(KEY);
        if (cursor == null) {
            throw new Fault(FaultCode.UNAVAILABLE);
        }
        return cursor.seal(seal);
    }
}

package org.wangge.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps the promise of `@semanticNonNull`: such a field is null only beside an error. Where its source
/// gives nothing, that is the error.
@Component
class SemanticNonNull implements RuntimeWiringConfigurer, SchemaDirectiveWiring {
    @Override
    public void configure(RuntimeWiring.Builder builder) {
        builder.directive("semanticNonNull", this);
    }

    @Override
    public GraphQLFieldDefinition onField(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
        var name = environment.getFieldsContainer().getName()
                + '.'
                + environment.getFieldDefinition().getName();
        DataFetcher<?> source = environment.getFieldDataFetcher();
        return environment.setFieldDataFetcher(asked -> present(source.get(asked), name));
    }

    private static Object present(@Nullable Object value, String name) {
        return switch (value) {
            case null -> throw nothing(name);
            case Mono<?> one -> one.switchIfEmpty(Mono.error(() -> nothing(name)));
            case CompletionStage<?> one -> one.thenApply(found -> present(found, name));
            default -> value;
        };
    }

    private static IllegalStateException nothing(String name) {
        return new IllegalStateException(name + " is @semanticNonNull, but its source gave nothing");
    }
}

package org.wangge.graphql.page;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/// Serves `total` of every connection type.
@Component
class TotalWiring implements RuntimeWiringConfigurer {
    private static final DataFetcher<@Nullable Object> TOTAL =
            environment -> Objects.requireNonNull(environment.<Connection<?>>getSource())
                    .count()
                    .get();

    private TypeDefinitionRegistry registry = new TypeDefinitionRegistry();

    @Override
    public void setTypeDefinitionRegistry(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(RuntimeWiring.Builder builder) {
        registry.getTypes(ObjectTypeDefinition.class).stream()
                .map(ObjectTypeDefinition::getName)
                .filter(name -> name.endsWith("Connection"))
                .forEach(name -> builder.type(name, wiring -> wiring.dataFetcher("total", TOTAL)));
    }
}

package org.wangge.graphql;

import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Problem;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Words;

/// Serves `message` of every refusal and problem, in the caller's language.
@Component
class RefusalWiring implements RuntimeWiringConfigurer {
    private static final DataFetcher<@Nullable Object> REFUSAL =
            environment -> Words.of(Objects.requireNonNull(environment.<Refusal>getSource()), environment.getLocale());
    private static final DataFetcher<@Nullable Object> PROBLEM =
            environment -> Words.of(Objects.requireNonNull(environment.<Problem>getSource()), environment.getLocale());

    private TypeDefinitionRegistry registry = new TypeDefinitionRegistry();

    @Override
    public void setTypeDefinitionRegistry(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(RuntimeWiring.Builder builder) {
        registry.getTypes(ObjectTypeDefinition.class).stream()
                .filter(RefusalWiring::isRefusal)
                .forEach(type -> builder.type(type.getName(), wiring -> wiring.dataFetcher("message", REFUSAL)));
        builder.type("Problem", wiring -> wiring.dataFetcher("message", PROBLEM));
    }

    private static boolean isRefusal(ObjectTypeDefinition type) {
        return type.getImplements().stream()
                .anyMatch(parent ->
                        parent instanceof TypeName name && name.getName().equals("Refusal"));
    }
}

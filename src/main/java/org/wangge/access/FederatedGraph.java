package org.wangge.access;

import com.apollographql.federation.graphqljava.Federation;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.graphql.execution.ClassNameTypeResolver;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// What a gateway asks of each of the graphs that it makes one: its schema, for those who are told it,
/// and its entities.
@Configuration(proxyBeanMethods = false)
@Profile("federation")
class FederatedGraph {
    private static final FieldCoordinates TOLD = FieldCoordinates.coordinates("_Service", "sdl");

    /// Composition takes it for unknown unless it is defined, though it is of GraphQL itself.
    private static final String ONE_OF = "\ndirective @oneOf on INPUT_OBJECT\n";

    @Bean
    GraphQlSourceBuilderCustomizer federation(Nodes nodes) {
        return builder -> builder.schemaFactory((types, wiring) -> guarded(Federation.transform(types, wiring)
                .fetchEntities(new Entities(nodes))
                .resolveEntityType(new ClassNameTypeResolver())
                .build()));
    }

    private static GraphQLSchema guarded(GraphQLSchema schema) {
        var code = schema.getCodeRegistry();
        var sdl = code.getDataFetcher(TOLD, schema.getObjectType("_Service").getFieldDefinition("sdl"));
        return schema.transform(
                whole -> whole.codeRegistry(code.transform(changed -> changed.dataFetcher(TOLD, told(sdl)))));
    }

    private static DataFetcher<String> told(DataFetcher<?> sdl) {
        return asked -> {
            if (asked.getGraphQlContext().getBoolean(Introspection.INTROSPECTION_DISABLED)) {
                throw new Fault(FaultCode.SIGN_IN_REQUIRED);
            }
            return sdl.get(asked) + ONE_OF;
        };
    }
}

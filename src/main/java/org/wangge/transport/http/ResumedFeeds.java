package org.wangge.transport.http;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlRequest;

/// Lets a stream that was cut go on where it was: the `Last-Event-ID` that comes with a request is the
/// `after` of its subscription, whatever its document and variables say, for these are the same each
/// time a browser connects anew.
@Configuration(proxyBeanMethods = false)
class ResumedFeeds extends GraphQLTypeVisitorStub {
    private static final String AFTER = "after";

    static void after(String lastEventId, WebGraphQlRequest request) {
        request.configureExecutionInput((_, builder) ->
                builder.graphQLContext(Map.of(ResumedFeeds.class, lastEventId)).build());
    }

    @Bean
    GraphQlSourceBuilderCustomizer resumedFeedsBuilder() {
        return builder -> builder.typeVisitors(List.of(this));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType parent
                && parent.getName().equals("Subscription")
                && field.getArgument(AFTER) != null) {
            var registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            var place = FieldCoordinates.coordinates(parent, field);
            var fetcher = registry.getDataFetcher(place, field);
            registry.dataFetcher(place, (DataFetcher<?>) environment -> fetcher.get(resumed(environment)));
        }
        return TraversalControl.CONTINUE;
    }

    private static DataFetchingEnvironment resumed(DataFetchingEnvironment environment) {
        String lastEventId = environment.getGraphQlContext().get(ResumedFeeds.class);
        if (lastEventId == null) {
            return environment;
        }
        var arguments = new HashMap<String, Object>(environment.getArguments());
        arguments.put(AFTER, lastEventId);
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .arguments(arguments)
                .build();
    }
}

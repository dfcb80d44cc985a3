package org.wangge.graphql.fetch;

import graphql.execution.ExecutionContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import org.jspecify.annotations.Nullable;

/// A field that is read at once: a property, or a relation that may be at hand, with all that is asked below it.
@FunctionalInterface
interface Leaf {
    /// @return [Completion#UNREAD] where the engine must fetch it
    @Nullable
    Object read(Object source, ExecutionContext context);

    static Leaf always(String value) {
        return (_, _) -> value;
    }

    static Leaf property(GraphQLFieldDefinition field, LightDataFetcher<?> fetcher, Completion completion) {
        return (source, context) -> {
            try {
                return completion.of(fetcher.get(field, source, Leaf::environment), context);
            } catch (Exception _) {
                return Completion.UNREAD;
            }
        };
    }

    static Leaf relation(Near near, Completion completion) {
        return (source, context) -> {
            try {
                var known = near.of(source, context.getGraphQLContext());
                return known.isKnown() ? completion.of(known.object(), context) : Completion.UNREAD;
            } catch (Exception _) {
                return Completion.UNREAD;
            }
        };
    }

    /// A property that asks for more than its object is not read off it.
    private static DataFetchingEnvironment environment() {
        throw new UnsupportedOperationException();
    }
}

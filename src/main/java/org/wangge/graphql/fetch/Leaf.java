package org.wangge.graphql.fetch;

import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// A field that is read off its object at once: a property that is a scalar or an enum.
@FunctionalInterface
interface Leaf {
    /// In place of a value that must be fetched by the engine, which says what is wrong with it, or waits for it.
    Object UNREAD = new Object();

    @Nullable
    Object read(Object source, ExecutionContext context);

    static Leaf always(String value) {
        return (source, context) -> value;
    }

    static Leaf of(GraphQLFieldDefinition field, LightDataFetcher<?> fetcher) {
        var type = GraphQLTypeUtil.unwrapNonNull(field.getType());
        var ifAbsent = GraphQLTypeUtil.isNonNull(field.getType()) ? UNREAD : null;
        return (source, context) -> {
            try {
                var value = context.getValueUnboxer().unbox(fetcher.get(field, source, Leaf::environment));
                return value == null ? ifAbsent : isAtHand(value) ? serialized(type, value, context) : UNREAD;
            } catch (Exception failed) {
                return UNREAD;
            }
        };
    }

    private static Object serialized(Object type, Object value, ExecutionContext context) {
        var serialized = type instanceof GraphQLEnumType values
                ? values.serialize(value, context.getGraphQLContext(), context.getLocale())
                : ((GraphQLScalarType) type)
                        .getCoercing()
                        .serialize(value, context.getGraphQLContext(), context.getLocale());
        return serialized == null ? UNREAD : serialized;
    }

    private static boolean isAtHand(Object value) {
        return !(value instanceof CompletionStage<?>
                || value instanceof Publisher<?>
                || value instanceof DataFetcherResult<?>);
    }

    /// A property that asks for more than its object is not read off it.
    private static DataFetchingEnvironment environment() {
        throw new UnsupportedOperationException();
    }
}

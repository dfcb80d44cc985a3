package org.wangge.graphql.fetch;

import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// How a value of one type, asked at one place, becomes part of the answer at once.
@FunctionalInterface
interface Completion {
    /// In place of a value that is left to the engine, which says what is wrong with it, or waits for it.
    Object UNREAD = new Object();

    /// @return [#UNREAD] where the engine has to look
    /// @throws RuntimeException when the value does not fit the type: the engine has the words for it
    @Nullable
    Object of(@Nullable Object value, ExecutionContext context);

    /// The same for a value that is there.
    @FunctionalInterface
    interface Present {
        @Nullable
        Object of(Object value, ExecutionContext context);
    }

    /// @return null when values of the type cannot be completed at once: something below is fetched, or the type of
    /// each is found out
    static @Nullable Completion of(GraphQLType type, MergedField field, Selections selections) {
        return switch (type) {
            case GraphQLNonNull present -> present(of(present.getWrappedType(), field, selections));
            case GraphQLList list -> list(of(list.getWrappedType(), field, selections));
            case GraphQLObjectType object -> object(selections.of(field, object));
            case GraphQLScalarType scalar ->
                leaf((value, context) ->
                        scalar.getCoercing().serialize(value, context.getGraphQLContext(), context.getLocale()));
            case GraphQLEnumType values ->
                leaf((value, context) -> values.serialize(value, context.getGraphQLContext(), context.getLocale()));
            default -> null;
        };
    }

    private static @Nullable Completion present(@Nullable Completion completion) {
        return completion == null
                ? null
                : (value, context) -> {
                    var completed = completion.of(value, context);
                    return completed == null ? UNREAD : completed;
                };
    }

    private static Completion leaf(Present serialized) {
        return atHand((value, context) -> {
            var leaf = serialized.of(value, context);
            return leaf == null ? UNREAD : leaf;
        });
    }

    private static @Nullable Completion object(Selection selection) {
        return selection.isReadAtOnce() ? atHand(selection::complete) : null;
    }

    private static @Nullable Completion list(@Nullable Completion item) {
        return item == null
                ? null
                : atHand((value, context) -> value instanceof Collection<?> items ? all(items, item, context) : UNREAD);
    }

    private static Object all(Collection<?> items, Completion completion, ExecutionContext context) {
        var completed = new ArrayList<@Nullable Object>(items.size());
        for (var item : items) {
            var one = completion.of(item, context);
            if (one == UNREAD) {
                return UNREAD;
            }
            completed.add(one);
        }
        return completed;
    }

    private static Completion atHand(Present completion) {
        return (value, context) -> {
            var unboxed = context.getValueUnboxer().unbox(value);
            return unboxed == null ? null : isAtHand(unboxed) ? completion.of(unboxed, context) : UNREAD;
        };
    }

    private static boolean isAtHand(Object value) {
        return !(value instanceof CompletionStage<?>
                || value instanceof Publisher<?>
                || value instanceof DataFetcherResult<?>);
    }
}

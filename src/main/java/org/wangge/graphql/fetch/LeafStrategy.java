package org.wangge.graphql.fetch;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.schema.GraphQLObjectType;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Reads the leaves of objects at once and leaves to the engine what must be fetched: most fields of an answer
/// are properties of what was read already, and to take each through all that a fetch may need costs more than to
/// read them. Whatever is out of the ordinary, such as null where none may be, is the engine's again.
public final class LeafStrategy extends AsyncExecutionStrategy {
    public LeafStrategy(DataFetcherExceptionHandler faults) {
        super(faults);
    }

    /// Selections of one execution, by place: equal only for the very same field.
    private static final class Selections extends ConcurrentHashMap<Place, Selection> {
        private static final long serialVersionUID = 1L;
    }

    private record Place(MergedField field, GraphQLObjectType type) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.field == field && place.type == type;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(field) + System.identityHashCode(type);
        }
    }

    @Override
    protected Object completeValueForObject(
            ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type, Object source) {
        Selections selections = context.getGraphQLContext().computeIfAbsent(Selections.class, _ -> new Selections());
        var selection = selections.computeIfAbsent(
                new Place(parameters.getField(), type), place -> Selection.of(place.field(), place.type(), context));
        var values = selection.read(source, context);
        var others = selection.unread(values);
        return others.isEmpty()
                ? selection.answer(values, Map.of())
                : together(
                        selection,
                        values,
                        executeObject(
                                context,
                                parameters.transform(of -> of.executionStepInfo(parameters
                                                .getExecutionStepInfo()
                                                .changeTypeWithPreservedNonNull(type))
                                        .fields(others)
                                        .source(source))));
    }

    @SuppressWarnings("unchecked")
    private static Object together(Selection selection, @Nullable Object[] values, Object fetched) {
        return fetched instanceof CompletableFuture<?> later
                ? ((CompletableFuture<@Nullable Map<String, @Nullable Object>>) later)
                        .thenApply(others -> others == null ? null : selection.answer(values, others))
                : selection.answer(values, (Map<String, @Nullable Object>) fetched);
    }
}

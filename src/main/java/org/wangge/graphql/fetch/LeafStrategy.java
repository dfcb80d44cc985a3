package org.wangge.graphql.fetch;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.schema.GraphQLObjectType;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Reads what is at hand at once and leaves to the engine what must be fetched: most fields of an answer are
/// properties of what was read already, and to take each through all that a fetch may need costs more than to read
/// them. Whatever is out of the ordinary, such as null where none may be, is the engine's again.
public final class LeafStrategy extends AsyncExecutionStrategy {
    public LeafStrategy(DataFetcherExceptionHandler faults) {
        super(faults);
    }

    @Override
    protected Object completeValueForObject(
            ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type, Object source) {
        var selection = Selections.of(context).of(parameters.getField(), type);
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

    /// A list of which each item is at hand is answered at once: to take each item through the steps of the engine
    /// costs more than to read it.
    @Override
    protected FieldValueInfo completeValueForList(
            ExecutionContext context, ExecutionStrategyParameters parameters, Iterable<Object> items) {
        var type = parameters.getExecutionStepInfo().getUnwrappedNonNullType();
        var completion = Selections.of(context).list(parameters.getField(), type);
        var completed = completion == null ? Completion.UNREAD : atOnce(completion, items, context);
        return completed == Completion.UNREAD
                ? super.completeValueForList(context, parameters, items)
                : new FieldValueInfo(FieldValueInfo.CompleteValueType.LIST, completed);
    }

    private static @Nullable Object atOnce(Completion completion, Iterable<Object> items, ExecutionContext context) {
        try {
            return completion.of(items, context);
        } catch (RuntimeException _) {
            return Completion.UNREAD;
        }
    }

    @SuppressWarnings("unchecked")
    private static Object together(Selection selection, @Nullable Object[] values, Object fetched) {
        return fetched instanceof CompletableFuture<?> later
                ? ((CompletableFuture<@Nullable Map<String, @Nullable Object>>) later)
                        .thenApply(others -> others == null ? null : selection.answer(values, others))
                : selection.answer(values, (Map<String, @Nullable Object>) fetched);
    }
}

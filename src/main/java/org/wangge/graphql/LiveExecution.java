package org.wangge.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.stereotype.Component;
import org.wangge.graphql.cost.Metering;
import org.wangge.graphql.cost.Spending;
import org.wangge.refusal.Fault;

/// What the engine must be told of each execution, what it costs before it begins, and what it tells those
/// who answer: of which kind it is, and what it really does.
///
/// There is one instrumentation for all of it: with two, the engine makes lists for each field.
@Component
public class LiveExecution extends SimplePerformantInstrumentation {
    private static final String KIND = "wangge.operation.kind";
    private static final String WATCH = "wangge.operation.watch";

    private final Metering metering;
    private final Loaders loaders;

    LiveExecution(Metering metering, Loaders loaders) {
        this.metering = metering;
        this.loaders = loaders;
    }

    /// Is told what an execution really does: one that nobody waits for any more begins nothing new, but
    /// goes on until the statements that it has begun end.
    public interface Watch {
        void begins();

        void ends();
    }

    public static void watch(WebGraphQlRequest request, Watch watch) {
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(Map.of(WATCH, watch)).build());
    }

    /// Whether a query, a mutation or a subscription was carried out; null when none was.
    public static @Nullable Operation kindOf(GraphQLContext context) {
        return context.get(KIND);
    }

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        return new Spending();
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        if (!(parameters.getGraphQLContext().get(WATCH) instanceof Watch watch)) {
            return SimpleInstrumentationContext.noOp();
        }
        watch.begins();
        return SimpleInstrumentationContext.whenCompleted((result, thrown) -> watch.ends());
    }

    @Override
    public ExecutionContext instrumentExecutionContext(
            ExecutionContext context,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        var spending = spending(state);
        try {
            var keepsWhatIsAround = RequestOptions.keepsWhatIsAround(context.getExecutionInput());
            metering.reckon(context, context.getGraphQLContext().getOrDefault("payer", "nobody"), spending);
            if (RequestOptions.isDryRun(context.getGraphQLContext())) {
                throw new DryRun();
            }
            metering.take(spending);
            return context.transform(builder -> {
                builder.dataLoaderRegistry(loaders.of(context.getGraphQLContext()));
                if (keepsWhatIsAround) {
                    builder.propagapropagateErrorsOnNonNullContractFailureeErrors(false);
                }
            });
        } catch (Fault fault) {
            throw new AbortExecutionException(List.of(Faults.error(
                    GraphqlErrorBuilder.newError(),
                    fault,
                    context.getLocale(),
                    context.getExecutionId().toString())));
        }
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        execution
                .getGraphQLContext()
                .put(KIND, execution.getOperationDefinition().getOperation());
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        var executed = result.getErrors().stream().anyMatch(DryRun.class::isInstance)
                ? ExecutionResult.newExecutionResult().data(null).build()
                : result;
        return CompletableFuture.completedFuture(metering.told(executed, spending(state)));
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        metering.takeForEvent(spending(state));
        return SimpleInstrumentationContext.noOp();
    }

    private static Spending spending(@Nullable InstrumentationState state) {
        return (Spending) Objects.requireNonNull(state);
    }

    /// Ends an execution of which only the cost was asked for.
    private static final class DryRun extends AbortExecutionException {
        private static final long serialVersionUID = 1L;
    }
}

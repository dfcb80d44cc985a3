package org.wangge.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.stereotype.Component;

/// Notes what kind of operation is carried out, for those who answer it.
@Component
public class LiveExecution extends SimplePerformantInstrumentation {
    private static final String KIND = "wangge.operation.kind";
    private static final String WATCH = "wangge.operation.watch";

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
    public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        if (!(parameters.getGraphQLContext().get(WATCH) instanceof Watch watch)) {
            return SimpleInstrumentationContext.noOp();
        }
        watch.begins();
        return SimpleInstrumentationContext.whenCompleted((result, thrown) -> watch.ends());
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
}

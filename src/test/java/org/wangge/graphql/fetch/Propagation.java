package org.wangge.graphql.fetch;

import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.jspecify.annotations.Nullable;

/// Whether null where none may be makes null of what is around it.
final class Propagation extends SimplePerformantInstrumentation {
    private final boolean propagates;

    Propagation(boolean propagates) {
        this.propagates = propagates;
    }

    @Override
    public ExecutionContext instrumentExecutionContext(
            ExecutionContext context,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        return context.transform(builder -> builder.propagapropagateErrorsOnNonNullContractFailureeErrors(propagates));
    }
}

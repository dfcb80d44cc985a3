package org.wangge.graphql.fetch;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/// Has a method of a controller give a field. To the engine and to Spring for GraphQL it is a light one: what
/// they wrap around others (a snapshot of the context, taken and set for each field) costs more than most methods.
public abstract sealed class ControllerFetcher
        implements LightDataFetcher<@Nullable Object>, SelfDescribingDataFetcher<Object>
        permits MethodFetcher, BatchFetcher, NearFetcher {
    private final SelfDescribingDataFetcher<?> described;

    /// @param described says what the method is, for the inspection of the schema
    ControllerFetcher(SelfDescribingDataFetcher<?> described) {
        this.described = described;
    }

    /// Whether a field is but a property of what it hangs below, and costs nothing to speak of.
    public static boolean isProperty(DataFetcher<?> fetcher) {
        return fetcher instanceof TrivialDataFetcher<?> && !(fetcher instanceof ControllerFetcher);
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        return get(environment.get());
    }

    @Override
    public String getDescription() {
        return described.getDescription();
    }

    @Override
    public ResolvableType getReturnType() {
        return described.getReturnType();
    }

    @Override
    public Map<String, ResolvableType> getArguments() {
        return described.getArguments();
    }

    @Override
    public @Nullable Method asMethod() {
        return described.asMethod();
    }

    @Override
    public boolean usesDataLoader() {
        return described.usesDataLoader();
    }

    @Override
    public String toString() {
        return getDescription();
    }
}

package org.wangge.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a subscription answers to an event. Many may be told the same, and a door writes it once for
/// all of them.
public final class LiveResult implements ExecutionResult {
    private final ExecutionResult result;
    private final Map<Object, byte[]> written = new ConcurrentHashMap<>(2);

    LiveResult(ExecutionResult result) {
        this.result = result;
    }

    /// The bytes that a door makes of it, made once; they must not be changed.
    public byte[] written(Object door, Function<ExecutionResult, byte[]> writer) {
        return written.computeIfAbsent(door, _ -> writer.apply(result));
    }

    @Override
    public List<GraphQLError> getErrors() {
        return result.getErrors();
    }

    @Override
    public <T> @Nullable T getData() {
        return result.getData();
    }

    @Override
    public boolean isDataPresent() {
        return result.isDataPresent();
    }

    @Override
    public @Nullable Map<Object, Object> getExtensions() {
        return result.getExtensions();
    }

    @Override
    public Map<String, Object> toSpecification() {
        return result.toSpecification();
    }

    @Override
    public ExecutionResult transform(Consumer<Builder<?>> changes) {
        return result.transform(changes);
    }
}

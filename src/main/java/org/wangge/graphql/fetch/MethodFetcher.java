package org.wangge.graphql.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Calls a method with what it asks for. What it has at hand stays a plain value, so that the engine need not
/// wait for it.
final class MethodFetcher extends ControllerFetcher {
    private final Method method;
    private final Supplier<?> controller;
    private final List<Parameter> parameters;

    MethodFetcher(
            SelfDescribingDataFetcher<?> described, Method method, Supplier<?> controller, List<Parameter> parameters) {
        super(described);
        this.method = method;
        this.controller = controller;
        this.parameters = List.copyOf(parameters);
    }

    /// One of the method: where its value comes from.
    @FunctionalInterface
    interface Parameter {
        @Nullable
        Object of(DataFetchingEnvironment environment) throws Exception;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        var values = new @Nullable Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters.get(i).of(environment);
        }
        return atHand(called(values));
    }

    private @Nullable Object called(@Nullable Object[] values) throws Exception {
        try {
            return method.invoke(controller.get(), values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        }
    }

    private static @Nullable Object atHand(@Nullable Object answer) throws Exception {
        return switch (answer) {
            case null -> null;
            case Mono<?> known when known instanceof Fuseable.ScalarCallable<?> value -> value.call();
            case Mono<?> one -> one.toFuture();
            case Flux<?> many -> many.collectList().toFuture();
            case CompletableFuture<?> known when known.state() == CompletableFuture.State.SUCCESS -> known.resultNow();
            default -> answer;
        };
    }
}

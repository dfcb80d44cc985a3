package org.wangge.graphql.fetch;

import graphql.GraphQLContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.wangge.graphql.Known;

/// Asks a method that is marked [AtHand].
final class Near {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final Method method;
    private final Supplier<?> controller;
    private final List<Parameter> parameters;

    /// @throws IllegalStateException when the method cannot be asked
    Near(Method method, Supplier<?> controller) {
        if (method.getReturnType() != Known.class) {
            throw new IllegalStateException("@AtHand answers Known: " + method);
        }
        ReflectionUtils.makeAccessible(method);
        this.method = method;
        this.controller = controller;
        this.parameters = Stream.iterate(0, index -> index + 1)
                .limit(method.getParameterCount())
                .map(index -> parameter(new SynthesizingMethodParameter(method, index)))
                .toList();
    }

    @FunctionalInterface
    private interface Parameter {
        Object of(Object source, GraphQLContext context);
    }

    Known<?> of(Object source, GraphQLContext context) throws Exception {
        var values = new Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters.get(i).of(source, context);
        }
        try {
            return (Known<?>) method.invoke(controller.get(), values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        }
    }

    private static Parameter parameter(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        @Nullable ContextValue value = parameter.getParameterAnnotation(ContextValue.class);
        if (value == null) {
            return (source, _) -> source;
        }
        var name = StringUtils.hasText(value.name())
                ? value.name()
                : Objects.requireNonNull(parameter.getParameterName(), parameter::toString);
        return (_, context) -> Objects.requireNonNull(context.get(name), name);
    }
}

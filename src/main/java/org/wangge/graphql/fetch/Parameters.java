package org.wangge.graphql.fetch;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolverComposite;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.support.SourceMethodArgumentResolver;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;

/// Finds out once, not at each call, where the values of parameters come from. What needs no binding is
/// handed on as it is; for everything else the resolver of Spring for GraphQL is asked.
final class Parameters {
    private static final Set<Class<?>> AS_THEY_ARE = Set.of(String.class, Integer.class, Boolean.class);
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final HandlerMethodArgumentResolverComposite resolvers;

    Parameters(HandlerMethodArgumentResolverComposite resolvers) {
        this.resolvers = resolvers;
    }

    List<MethodFetcher.Parameter> of(Method method) {
        return IntStream.range(0, method.getParameterCount())
                .mapToObj(index -> new SynthesizingMethodParameter(method, index))
                .map(this::of)
                .toList();
    }

    private MethodFetcher.Parameter of(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        var type = parameter.getParameterType();
        var resolver = Objects.requireNonNull(resolvers.getArgumentResolver(parameter), parameter::toString);
        if (parameter.getParameterAnnotation(Argument.class) instanceof Argument argument
                && AS_THEY_ARE.contains(type)) {
            var name = name(parameter, argument.name());
            return environment -> environment.getArgument(name);
        }
        if (parameter.getParameterAnnotation(ContextValue.class) instanceof ContextValue value
                && type != Optional.class
                && type != Mono.class) {
            return value(parameter, value, resolver);
        }
        if (resolver instanceof SourceMethodArgumentResolver) {
            return environment -> type.isInstance(environment.getSource())
                    ? environment.getSource()
                    : resolver.resolveArgument(parameter, environment);
        }
        return type == DataFetchingEnvironment.class
                ? environment -> environment
                : type == GraphQLContext.class
                        ? DataFetchingEnvironment::getGraphQlContext
                        : environment -> resolver.resolveArgument(parameter, environment);
    }

    /// Where there is none, the resolver has the words for it.
    private static MethodFetcher.Parameter value(
            MethodParameter parameter, ContextValue annotation, HandlerMethodArgumentResolver resolver) {
        var name = name(parameter, annotation.name());
        return environment -> {
            var value = environment.getGraphQlContext().get(name);
            return value == null ? resolver.resolveArgument(parameter, environment) : value;
        };
    }

    private static String name(MethodParameter parameter, String given) {
        return StringUtils.hasText(given) ? given : Objects.requireNonNull(parameter.getParameterName());
    }
}

package org.wangge.graphql.fetch;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.idl.RuntimeWiring;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;
import org.wangge.graphql.AtHand;

/// Has fields fetched from controllers by [ControllerFetcher]s; subscriptions, which are begun once and not for
/// each field, stay with Spring for GraphQL.
@Component
class Controllers extends AnnotatedControllerConfigurer {
    private static final String SUBSCRIPTION = "Subscription";

    Controllers(ObjectProvider<HandlerMethodArgumentResolver> resolvers) {
        configureBinder(options -> options.conversionService(ApplicationConversionService.getSharedInstance()));
        resolvers.orderedStream().forEach(this::addCustomArgumentResolver);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void configure(RuntimeWiring.Builder wiring) {
        var found = RuntimeWiring.newRuntimeWiring();
        super.configure(found);
        var near = near();
        found.build()
                .getDataFetchers()
                .forEach((type, fields) -> wiring.type(type, builder -> {
                    fields.forEach((field, fetcher) -> builder.dataFetcher(
                            field, direct(FieldCoordinates.coordinates(type, field), fetcher, near)));
                    return builder;
                }));
        if (!near.isEmpty()) {
            throw new IllegalStateException("@AtHand without a @BatchMapping: " + near.keySet());
        }
    }

    /// All methods that know a relation, by its field.
    private Map<String, Near> near() {
        var context = obtainApplicationContext();
        var near = new HashMap<String, Near>();
        for (var name : context.getBeanNamesForAnnotation(Controller.class)) {
            var type = Objects.requireNonNull(context.getType(name), name);
            ReflectionUtils.doWithMethods(
                    type,
                    method -> {
                        var field = method.getAnnotation(AtHand.class).value();
                        if (near.put(field, new Near(method, controller(method))) != null) {
                            throw new IllegalStateException("two methods have at hand " + field);
                        }
                    },
                    method -> method.isAnnotationPresent(AtHand.class));
        }
        return near;
    }

    private Supplier<?> controller(Method method) {
        return SingletonSupplier.of(() -> obtainApplicationContext().getBean(method.getDeclaringClass()));
    }

    /// @param near those that are used are taken out
    private DataFetcher<?> direct(FieldCoordinates field, DataFetcher<?> fetcher, Map<String, Near> near) {
        return !field.getTypeName().equals(SUBSCRIPTION)
                        && fetcher instanceof SelfDescribingDataFetcher<?> described
                        && described.asMethod() instanceof Method method
                ? direct(field, described, method, near)
                : fetcher;
    }

    private ControllerFetcher direct(
            FieldCoordinates field, SelfDescribingDataFetcher<?> described, Method method, Map<String, Near> near) {
        if (AnnotatedElementUtils.hasAnnotation(method, BatchMapping.class)) {
            var all = new BatchFetcher(described, field.toString());
            var known = near.remove(field.toString());
            return known == null ? all : new NearFetcher(described, known, all);
        }
        ReflectionUtils.makeAccessible(method);
        var controller = controller(method);
        return new MethodFetcher(described, method, controller, new Parameters(getArgumentResolvers()).of(method));
    }
}

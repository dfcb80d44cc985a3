package org.wangge.graphql.fetch;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.idl.RuntimeWiring;
import java.lang.reflect.Method;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;

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
        found.build()
                .getDataFetchers()
                .forEach((type, fields) -> wiring.type(type, builder -> {
                    fields.forEach((field, fetcher) ->
                            builder.dataFetcher(field, direct(FieldCoordinates.coordinates(type, field), fetcher)));
                    return builder;
                }));
    }

    private DataFetcher<?> direct(FieldCoordinates field, DataFetcher<?> fetcher) {
        return !field.getTypeName().equals(SUBSCRIPTION)
                        && fetcher instanceof SelfDescribingDataFetcher<?> described
                        && described.asMethod() instanceof Method method
                ? direct(field, described, method)
                : fetcher;
    }

    private ControllerFetcher direct(FieldCoordinates field, SelfDescribingDataFetcher<?> described, Method method) {
        if (AnnotatedElementUtils.hasAnnotation(method, BatchMapping.class)) {
            return new BatchFetcher(described, field.toString());
        }
        ReflectionUtils.makeAccessible(method);
        var controller = SingletonSupplier.of(() -> obtainApplicationContext().getBean(method.getDeclaringClass()));
        return new MethodFetcher(described, method, controller, new Parameters(getArgumentResolvers()).of(method));
    }
}

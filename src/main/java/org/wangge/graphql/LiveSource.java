package org.wangge.graphql;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.wangge.graphql.fetch.LeafStrategy;

/// Has subscriptions carried out by the [LiveStrategy], and the fields of all answers by the [LeafStrategy].
@Configuration(proxyBeanMethods = false)
class LiveSource {
    @Bean
    GraphQlSourceBuilderCustomizer liveBuilder(
            Listener listener,
            ObjectProvider<SharedFields> fields,
            ObjectProvider<DataFetcherExceptionResolver> faults) {
        var shared = fields.stream().flatMap(each -> each.names().stream()).collect(Collectors.toUnmodifiableSet());
        var handler = DataFetcherExceptionResolver.createExceptionHandler(
                faults.orderedStream().toList());
        var strategy = new LiveStrategy(handler, listener, shared, LiveSource::failure);
        return builder -> builder.configureGraphQl(graphQl ->
                graphQl.queryExecutionStrategy(new LeafStrategy(handler)).subscriptionExecutionStrategy(strategy));
    }

    /// What it was is told in the words of whoever listens: [RequestErrors].
    private static Throwable failure(Throwable thrown) {
        return new SubscriptionPublisherException(List.of(), thrown);
    }
}

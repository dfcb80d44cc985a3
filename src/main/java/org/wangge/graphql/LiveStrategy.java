package org.wangge.graphql;

import graphql.ExecutionResult;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.reactive.SubscriptionPublisher;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Carries out subscriptions, one event after the other: asks first who listens, then carries out the
/// selection, once for all whose answer is the same. Loaders are made for one event and forgotten: kept as
/// long as the subscription, their caches would go stale and grow.
final class LiveStrategy extends SubscriptionExecutionStrategy {
    private static final int MOST = 2_000;

    private final Listener listener;
    private final Questions questions;
    private final Function<Throwable, Throwable> failures;
    private final Shared<Asked, LiveResult> answers = new Shared<>(MOST);

    /// @param shared fields that do not depend on the person who listens
    /// @param failures what to end a subscription with when somebody may not listen any more
    LiveStrategy(
            DataFetcherExceptionHandler faults,
            Listener listener,
            Set<String> shared,
            Function<Throwable, Throwable> failures) {
        super(faults);
        this.listener = listener;
        this.questions = new Questions(shared);
        this.failures = failures;
    }

    private record Asked(Questions.Question question, Object asker, Object event) {}

    /// In place of the root of an operation: the event that is answered.
    private record OneEvent(Object event) {}

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        return super.execute(context, parameters)
                .thenApply(begun -> begun.getData() instanceof SubscriptionPublisher events
                        ? begun.transform(result -> result.data(live(events, context, parameters)))
                        : begun);
    }

    private Flux<ExecutionResult> live(
            SubscriptionPublisher events, ExecutionContext context, ExecutionStrategyParameters parameters) {
        var question = questions.of(context);
        forget(context);
        return Flux.from(events.getUpstreamPublisher())
                .concatMap(
                        event -> listener.now(context.getGraphQLContext())
                                .onErrorMap(failures)
                                .flatMap(rights -> answers.of(
                                        new Asked(question, question.asker(rights), event),
                                        answer(event, context, parameters))),
                        0);
    }

    private Mono<LiveResult> answer(Object event, ExecutionContext context, ExecutionStrategyParameters parameters) {
        return Mono.fromFuture(() -> super.execute(context.transform(one -> one.root(new OneEvent(event))), parameters))
                .flatMapMany(begun -> begun.<Publisher<ExecutionResult>>getData())
                .next()
                .map(LiveResult::new)
                .doOnTerminate(() -> forget(context));
    }

    private static void forget(ExecutionContext context) {
        var registry = context.getDataLoaderRegistry();
        registry.getKeys().forEach(registry::unregister);
    }

    /// The source of an event is the event itself.
    @Override
    protected Object fetchField(ExecutionContext context, ExecutionStrategyParameters parameters) {
        return context.getRoot() instanceof OneEvent(var event)
                ? Mono.just(event)
                : super.fetchField(context, parameters);
    }
}

package org.wangge.graphql;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionResult;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Answers to events, kept for as long as the others who are told the same need to ask. Whoever reads
/// more slowly is answered anew, and nobody waits for them.
final class SharedAnswers {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 2_000;

    private final AsyncCache<Asked, LiveResult> answers =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).buildAsync();

    private record Asked(Questions.Question question, Object asker, Object event) {}

    /// The answer of whoever asked first. It is given to the others also when that one has gone, and not
    /// to all of them by the thread that brought it, which has others to serve.
    Mono<LiveResult> to(
            Questions.Question question, Listener.Rights rights, Object event, Mono<ExecutionResult> execution) {
        var asked = new Asked(question, question.asker(rights), event);
        return Mono.defer(() -> {
            var answer =
                    answers.get(asked, (_, _) -> execution.map(LiveResult::new).toFuture());
            return answer.isDone()
                    ? Mono.fromFuture(answer, true)
                    : Mono.fromFuture(answer, true).publishOn(Schedulers.parallel());
        });
    }
}

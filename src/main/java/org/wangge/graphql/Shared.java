package org.wangge.graphql;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What many ask of an event, made for whoever asks first and kept for as long as the others who are told of
/// it need to ask. Whoever reads more slowly is answered anew, and nobody waits for them.
///
/// @param <A> what is asked, equal for all who are given the same
public final class Shared<A, T> {
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final AsyncCache<A, T> made;

    /// @param most how much is kept
    public Shared(int most) {
        this.made =
                Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(most).buildAsync();
    }

    /// Given to the others also when the first has gone, and not to all of them by the thread that brought it,
    /// which has others to serve.
    public Mono<T> of(A asked, Mono<T> making) {
        return Mono.defer(() -> {
            var given = made.get(asked, (_, _) -> making.toFuture());
            return given.isDone()
                    ? Mono.fromFuture(given, true)
                    : Mono.fromFuture(given, true).publishOn(Schedulers.parallel());
        });
    }
}

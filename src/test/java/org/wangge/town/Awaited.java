package org.wangge.town;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// The one value of a publisher, for a test that looks at it.
public final class Awaited {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Awaited() {}

    public static <T> T the(Mono<T> one) {
        return the(one, PATIENCE);
    }

    /// The same, where there is a lot to do.
    public static <T> T the(Mono<T> one, Duration patience) {
        var value = new AtomicReference<@Nullable T>();
        StepVerifier.create(one).consumeNextWith(value::set).expectComplete().verify(patience);
        return Objects.requireNonNull(value.get());
    }
}

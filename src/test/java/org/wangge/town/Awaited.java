package org.wangge.town;

import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/// The one value of a publisher, for a test that looks at it. It waits without turning round and
/// round, as a step verifier would: both cores are for what is waited for.
public final class Awaited {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Awaited() {}

    public static <T> T the(Mono<T> one) {
        return the(one, PATIENCE);
    }

    /// The same, where there is a lot to do.
    public static <T> T the(Mono<T> one, Duration patience) {
        return Objects.requireNonNull(one.block(patience));
    }
}

package org.wangge.town;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/// The one value of a publisher, for a test that looks at it. It waits asleep: a `StepVerifier` looks again
/// all the time, which takes a core from the server under test.
public final class Awaited {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Awaited() {}

    public static <T> T the(Mono<T> one) {
        return the(one, PATIENCE);
    }

    /// The same, where there is a lot to do.
    public static <T> T the(Mono<T> one, Duration patience) {
        var future = one.toFuture();
        try {
            var value = future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (value == null) {
                throw new AssertionError("ended without a value");
            }
            return value;
        } catch (ExecutionException failed) {
            throw new AssertionError("failed instead of giving a value", failed.getCause());
        } catch (TimeoutException late) {
            // What nobody waits for any more should not meet the next test.
            future.cancel(true);
            throw new AssertionError("no value within " + patience, late);
        } catch (InterruptedException interrupted) {
            throw new AssertionError("interrupted before there was a value", interrupted);
        }
    }
}

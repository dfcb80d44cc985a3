package org.wangge.transport.socket;

import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// One operation under way, and the word that ends it.
final class Operation {
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final AtomicBoolean isWaitedFor = new AtomicBoolean(true);

    /// Completes when the client wants nothing more of it.
    Mono<Void> stopped() {
        return stop.asMono();
    }

    void stop() {
        stop.tryEmitEmpty();
    }

    /// Whether this is the first time to say that its one answer needs no more waiting for: it has gone
    /// out, or it is a stream.
    boolean isSettledNow() {
        return isWaitedFor.getAndSet(false);
    }
}

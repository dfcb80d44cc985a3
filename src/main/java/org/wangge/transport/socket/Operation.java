package org.wangge.transport.socket;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.wangge.graphql.LiveExecution;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// One operation under way, and the word that ends it.
final class Operation implements LiveExecution.Watch {
    private enum Execution {
        DUE,
        GOES_ON,
        ENDED
    }

    private final Backlog backlog;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final AtomicBoolean isWaitedFor = new AtomicBoolean(true);
    private final AtomicReference<Execution> execution = new AtomicReference<>(Execution.DUE);

    Operation(Backlog backlog) {
        this.backlog = backlog;
        backlog.begun();
    }

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

    /// Nobody listens any more: it may never have been begun.
    void left() {
        ends(Execution.DUE);
    }

    @Override
    public void begins() {
        execution.compareAndSet(Execution.DUE, Execution.GOES_ON);
    }

    @Override
    public void ends() {
        ends(Execution.GOES_ON);
    }

    private void ends(Execution from) {
        if (execution.compareAndSet(from, Execution.ENDED)) {
            backlog.ended();
        }
    }
}

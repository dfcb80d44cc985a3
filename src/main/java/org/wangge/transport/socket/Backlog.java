package org.wangge.transport.socket;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/// The executions of one socket that go on, also those whose answers nobody wants any more. PostgreSQL
/// ends a statement when it is done or too long, not when somebody loses interest; so whoever drops
/// operations faster than they end is not listened to until some have.
final class Backlog {
    /// Longer than a statement may take.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int most;
    private int goingOn;
    private Sinks.Empty<Void> ended = Sinks.empty();

    Backlog(int most) {
        this.most = most;
    }

    /// Completes on that thread when one more may begin.
    synchronized Mono<Void> room(Scheduler thread) {
        return goingOn < most
                ? Mono.empty()
                : ended.asMono().timeout(PATIENCE, Mono.empty()).publishOn(thread);
    }

    synchronized void begun() {
        goingOn++;
    }

    synchronized void ended() {
        goingOn--;
        ended.tryEmitEmpty();
        ended = Sinks.empty();
    }
}

package org.wangge.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wangge.grid.Scope;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Follows the log of the database for this node: asks again and again how far the streams have come
/// (`wangge.feed.poll`), within 20 ms after a command of this node, and keeps the newest events at hand.
/// Polling is the truth; being woken only makes it sooner.
@Component
class Tail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int READ_AT_ONCE = 1_000;

    private final EventLog log;
    private final Retention retention;
    private final List<Foresight> foresights;
    private final long ticksPerPoll;
    private final Map<Integer, StreamTail> streams = new ConcurrentSkipListMap<>();
    private final Sinks.Many<Long> looked = Sinks.many().replay().latest();
    private volatile long looks;
    private volatile boolean woken;
    private volatile boolean lost;
    private volatile boolean hasLooked;
    private @Nullable Disposable polling;

    Tail(
            EventLog log,
            Retention retention,
            ObjectProvider<Foresight> foresights,
            @Value("${wangge.feed.poll}") Duration poll) {
        this.log = log;
        this.retention = retention;
        this.foresights = foresights.stream().toList();
        this.ticksPerPoll = Math.max(1, poll.dividedBy(TICK));
    }

    /// Somebody knows that there is something new.
    void wake() {
        woken = true;
    }

    /// Completes when this node has looked at the streams once more, and so knows of everything that
    /// was committed before the call.
    Mono<Long> lookedAgain() {
        var wanted = looks + 1;
        wake();
        return looked.asFlux().filter(look -> look >= wanted).next();
    }

    /// The streams that carry events of the scope.
    List<StreamTail> streams(Scope scope) {
        return streams.values().stream()
                .filter(stream -> scope.holds(stream.head().gridKey())
                        || !scope.within(stream.head().gridKey()).subtrees().isEmpty())
                .toList();
    }

    /// How far the streams had come when this node last looked; never ahead of what is committed.
    Map<Integer, Position> positions(Scope scope) {
        return streams(scope).stream()
                .collect(
                        Collectors.toMap(StreamTail::no, stream -> stream.head().position()));
    }

    /// Whether this node has looked at the streams at all; before, it knows no position.
    boolean hasLooked() {
        return hasLooked;
    }

    /// Before the web server, which starts last.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        var looking = Flux.interval(Duration.ZERO, TICK)
                .onBackpressureDrop()
                .filter(tick -> woken || tick % ticksPerPoll == 0)
                .concatMap(tick -> poll(), 1);
        var sweeping = Flux.interval(Duration.ZERO, SWEEP).onBackpressureDrop().concatMap(hour -> retention.sweep(), 1);
        polling = Flux.merge(looking, sweeping).subscribe();
    }

    @Override
    public void stop() {
        if (polling != null) {
            polling.dispose();
            polling = null;
        }
    }

    @Override
    public boolean isRunning() {
        return polling != null;
    }

    private Mono<Void> poll() {
        woken = false;
        var look = ++looks;
        return log.heads()
                .collectList()
                .delayUntil(heads -> Flux.fromIterable(foresights).concatMap(Foresight::lookAhead))
                .flatMapIterable(ArrayList::new)
                .concatMap(this::advance)
                .then()
                .doOnSuccess(done -> found(look))
                .onErrorResume(failure -> Mono.fromRunnable(() -> lost(failure)));
    }

    private Mono<Void> advance(StreamHead head) {
        var stream = streams.computeIfAbsent(head.no(), no -> new StreamTail(head, log));
        if (!stream.isBehind(head)) {
            stream.reached(head);
            return Mono.empty();
        }
        return Mono.defer(() ->
                        log.after(head.no(), stream.head().n(), READ_AT_ONCE).collectList())
                .doOnNext(events -> stream.reached(head, events))
                .repeat(() -> stream.isBehind(head))
                .then();
    }

    private void lost(Throwable failure) {
        if (!lost) {
            LOG.warn("The event log cannot be read, live feeds wait: {}", failure.toString());
        }
        lost = true;
    }

    private void found(long look) {
        if (lost) {
            LOG.info("The event log can be read again");
        }
        lost = false;
        hasLooked = true;
        looked.tryEmitNext(look);
    }
}

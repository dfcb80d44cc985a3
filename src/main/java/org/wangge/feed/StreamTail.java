package org.wangge.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// The end of one stream as this node knows it. Subscribers pull: what they ask for comes from a
/// ring of the newest events, or from the table when they are further behind.
final class StreamTail {
    private static final int RING = 4_096;

    private final EventLog log;
    private final AtomicReferenceArray<@Nullable Event> ring = new AtomicReferenceArray<>(RING);
    private final Sinks.Many<StreamHead> heads = Sinks.many().replay().latest();
    private volatile StreamHead head;

    StreamTail(StreamHead head, EventLog log) {
        this.head = head;
        this.log = log;
        heads.tryEmitNext(head);
    }

    int no() {
        return head.no();
    }

    StreamHead head() {
        return head;
    }

    boolean isBehind(StreamHead newer) {
        return head.epoch() == newer.epoch() && head.n() < newer.n();
    }

    /// Takes what was read of a stream that has come to `newest`; one caller at a time.
    void reached(StreamHead newest, List<Event> events) {
        if (events.isEmpty()) {
            reached(newest);
            return;
        }
        events.forEach(event -> ring.set(slot(event.n()), event));
        var last = events.getLast().n();
        reached(new StreamHead(newest.no(), newest.gridKey(), newest.epoch(), last, newest.keptAfter()));
    }

    void reached(StreamHead newest) {
        if (newest.epoch() != head.epoch()) {
            forget();
        }
        if (!newest.equals(head)) {
            head = newest;
            heads.tryEmitNext(newest);
        }
    }

    /// Completes when there is more than the position, at once when there already is.
    Mono<StreamHead> beyond(Position position) {
        return heads.asFlux()
                .filter(reached -> reached.epoch() != position.epoch() || reached.n() > position.n())
                .next();
    }

    /// Events after `n` and up to what this node knows, at most `limit`.
    Flux<Event> after(long n, int limit) {
        var until = Math.min(head.n(), n + limit);
        var events = new ArrayList<Event>();
        for (long next = n + 1; next <= until; next++) {
            var event = ring.get(slot(next));
            if (event == null || event.n() != next) {
                return log.after(no(), n, limit);
            }
            events.add(event);
        }
        return Flux.fromIterable(events);
    }

    /// In a new epoch the same numbers are given to other events.
    private void forget() {
        for (int slot = 0; slot < RING; slot++) {
            ring.set(slot, null);
        }
    }

    private static int slot(long n) {
        return (int) (n % RING);
    }
}

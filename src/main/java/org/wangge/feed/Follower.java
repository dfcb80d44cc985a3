package org.wangge.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.page.Seal;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// One subscriber and how far it has come. It asks for the next events only when the last were
/// taken, so a slow client costs one cursor.
final class Follower {
    private static final int READ_AT_ONCE = 500;
    private static final Duration SILENCE = Duration.ofSeconds(25);

    private final Tail tail;
    private final Seal seal;
    private final Sight sight;
    private final Map<Integer, Position> positions = new HashMap<>();
    private boolean isCaughtUp;

    Follower(Tail tail, Seal seal, Sight sight, @Nullable EventCursor since) {
        this.tail = tail;
        this.seal = seal;
        this.sight = sight;
        if (since != null) {
            positions.putAll(since.positions());
        }
    }

    /// What comes next: events, a gap, a checkpoint when all are told, or nothing but a wait.
    Flux<FeedItem> next() {
        return sight.now().flatMapMany(this::next);
    }

    private Flux<FeedItem> next(Scope scope) {
        var streams = tail.streams(scope);
        streams.forEach(
                stream -> positions.putIfAbsent(stream.no(), stream.head().position()));
        for (var stream : streams) {
            if (isAt(stream.head())) {
                continue;
            }
            return isGone(stream.head()) ? Flux.just(gap(stream.head())) : events(stream);
        }
        return isCaughtUp ? change(streams) : Flux.just(checkpoint());
    }

    /// A position may be ahead of this node: another node gave it a moment ago.
    private boolean isAt(StreamHead head) {
        var position = positions.get(head.no());
        return position != null && position.epoch() == head.epoch() && position.n() >= head.n();
    }

    private boolean isGone(StreamHead head) {
        var position = positions.get(head.no());
        return position == null || position.epoch() != head.epoch() || position.n() < head.keptAfter();
    }

    private FeedItem gap(StreamHead head) {
        positions.put(head.no(), head.position());
        return new FeedItem.Gap(new FeedGap(cursor()));
    }

    private Flux<FeedItem> events(StreamTail stream) {
        var position = positions.getOrDefault(stream.no(), stream.head().position());
        return stream.after(position.n(), READ_AT_ONCE)
                .collectList()
                .flatMapMany(events -> follows(position, events) ? told(events, position.epoch()) : gapIn(stream));
    }

    /// Events may be removed between two looks at the stream: what is read must go on where we are.
    private static boolean follows(Position position, List<Event> events) {
        return !events.isEmpty() && events.getFirst().n() == position.n() + 1;
    }

    private Flux<FeedItem> told(List<Event> events, int epoch) {
        return Flux.fromIterable(events)
                .concatMap(event -> sight.now()
                        .filter(scope -> passed(event, epoch, scope))
                        .map(scope -> new FeedItem.Happened(event, cursor())));
    }

    private Flux<FeedItem> gapIn(StreamTail stream) {
        return Flux.just(gap(stream.head()));
    }

    /// Moves on over the event, whether the subscriber may see it or not.
    private boolean passed(Event event, int epoch, Scope scope) {
        positions.put(event.stream(), new Position(epoch, event.n()));
        return scope.holds(event.gridKey());
    }

    private FeedItem checkpoint() {
        isCaughtUp = true;
        return new FeedItem.Checkpoint(new FeedCheckpoint(cursor(), true));
    }

    private Flux<FeedItem> change(List<StreamTail> streams) {
        return Flux.fromIterable(streams)
                .flatMap(stream -> stream.beyond(
                        positions.getOrDefault(stream.no(), stream.head().position())))
                .next()
                .<FeedItem>flatMap(head -> Mono.empty())
                .timeout(SILENCE, Mono.fromSupplier(this::checkpoint))
                .publishOn(Schedulers.parallel())
                .flux();
    }

    private String cursor() {
        return new EventCursor(positions).seal(seal);
    }
}

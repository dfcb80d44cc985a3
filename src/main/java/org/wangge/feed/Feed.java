package org.wangge.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.graphql.page.Seal;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What happens, told in order to whoever listens: after a position first what was missed, then a
/// checkpoint, then everything as it comes.
@Component
public class Feed {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Tail tail;
    private final Seal seal;

    Feed(Tail tail, Seal seal) {
        this.tail = tail;
        this.seal = seal;
    }

    /// Ends when the subscriber's rights do, within two seconds. Without a cursor it starts now. Events
    /// outside of what they see are left out.
    ///
    /// @throws org.wangge.refusal.Fault INVALID_CURSOR when this graph did not give the cursor, NOT_PERMITTED
    ///     when there is nothing left to see, and what the sight throws
    public Flux<FeedItem> after(@Nullable String cursor, Sight sight) {
        var since = cursor == null ? null : EventCursor.open(cursor, seal);
        var seen = seen(sight);
        return seen.now().flatMapMany(scope -> {
            var follower = new Follower(tail, seal, seen, since);
            return tail.lookedAgain()
                    .thenMany(Flux.defer(follower::next).repeat())
                    .takeUntilOther(theEnd(seen));
        });
    }

    /// As [#after], with what the subscriber is told at each place.
    public Flux<Told> told(@Nullable String cursor, Sight sight, Teller teller) {
        return after(cursor, sight).concatMap(item -> told(item, teller), 1);
    }

    private static Mono<Told> told(FeedItem item, Teller teller) {
        return switch (item) {
            case FeedItem.Checkpoint(var checkpoint) -> Mono.just(new Told(item, checkpoint));
            case FeedItem.Gap(var gap) -> Mono.just(new Told(item, gap));
            case FeedItem.Happened(var event, var cursor) ->
                teller.of(event, cursor).map(news -> new Told(item, news)).defaultIfEmpty(new Told(item, null));
        };
    }

    /// Never completes; fails when the rights are gone.
    private static Mono<Void> theEnd(Sight sight) {
        return Flux.interval(LOOK)
                .onBackpressureDrop()
                .concatMap(second -> sight.now())
                .then();
    }

    private static Sight seen(Sight sight) {
        return () -> sight.now()
                .filter(scope -> !scope.subtrees().isEmpty())
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_PERMITTED)));
    }
}

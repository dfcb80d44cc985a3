package org.wangge.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.graphql.page.Seal;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;

/// What happens, told in order to whoever listens: after a position first what was missed, then a
/// checkpoint, then everything as it comes.
@Component
public class Feed {
    private final Tail tail;
    private final Seal seal;

    Feed(Tail tail, Seal seal) {
        this.tail = tail;
        this.seal = seal;
    }

    /// Never ends. Without a cursor it starts now. Events outside the scope are left out.
    ///
    /// @throws org.wangge.refusal.Fault INVALID_CURSOR when this graph did not give the cursor
    public Flux<FeedItem> after(@Nullable String cursor, Scope scope) {
        var since = cursor == null ? null : EventCursor.open(cursor, seal);
        return Flux.defer(() -> {
            var follower = new Follower(tail, seal, scope, since);
            return tail.lookedAgain().thenMany(Flux.defer(follower::next).repeat());
        });
    }
}

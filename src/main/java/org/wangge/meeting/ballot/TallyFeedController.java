package org.wangge.meeting.ballot;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Event;
import org.wangge.feed.Feed;
import org.wangge.feed.Sight;
import org.wangge.feed.Told;
import org.wangge.grid.Scope;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How a ballot stands, live: read again with the rights of whoever listens at each event, and looked for
/// all the time, so that the feed ends with what they see of it.
@Controller
class TallyFeedController {
    private static final Set<String> EVENTS = Set.of(Ballot.OPENED, Ballot.VOTED, Ballot.CLOSED);

    private final Feed feed;
    private final Ballots ballots;

    TallyFeedController(Feed feed, Ballots ballots) {
        this.feed = feed;
        this.ballots = ballots;
    }

    @SubscriptionMapping
    Flux<Object> ballotTally(
            @Argument BallotId id,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        return ballots.find(id, MeetingSight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)))
                .flatMapMany(ballot -> feed.told(
                                after, sight(id, presence), (event, cursor) -> told(event, cursor, id, presence))
                        .mapNotNull(Told::news));
    }

    private Sight sight(BallotId id, Presence presence) {
        return () -> seen(id, presence).map(found -> Scope.of(found.gridKey())).defaultIfEmpty(Scope.nowhere());
    }

    private Mono<BallotTally> told(Event event, String cursor, BallotId id, Presence presence) {
        return EVENTS.contains(event.type()) && event.subject().equals(id.value())
                ? seen(id, presence).map(ballot -> new BallotTally(ballot, cursor))
                : Mono.empty();
    }

    private Mono<Ballot> seen(BallotId id, Presence presence) {
        return presence.viewer().flatMap(viewer -> ballots.find(id, MeetingSight.of(viewer.signedIn())));
    }
}

package org.wangge.meeting.session;

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

/// A meeting, live: read again with the rights of whoever listens at each event, and looked for all the
/// time, so that the feed ends with what they see of it.
@Controller
class MeetingFeedController {
    private final Feed feed;
    private final Meetings meetings;

    MeetingFeedController(Feed feed, Meetings meetings) {
        this.feed = feed;
        this.meetings = meetings;
    }

    @SubscriptionMapping("meeting")
    Flux<Object> live(
            @Argument MeetingId id,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        return meetings.find(id, MeetingSight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)))
                .flatMapMany(meeting -> feed.told(
                                after, sight(meeting, presence), (event, cursor) -> told(event, cursor, id, presence))
                        .mapNotNull(Told::news));
    }

    private Sight sight(Meeting meeting, Presence presence) {
        return () -> seen(meeting.id(), presence)
                .map(found -> Scope.of(found.gridKey()))
                .defaultIfEmpty(Scope.nowhere());
    }

    private Mono<MeetingEvent> told(Event event, String cursor, MeetingId id, Presence presence) {
        var news = MeetingNews.of(event.type());
        return news == null || !event.subject().equals(id.value())
                ? Mono.empty()
                : seen(id, presence).map(meeting -> new MeetingEvent(news, event.at(), meeting, cursor));
    }

    private Mono<Meeting> seen(MeetingId id, Presence presence) {
        return presence.viewer().flatMap(viewer -> meetings.find(id, MeetingSight.of(viewer.signedIn())));
    }
}

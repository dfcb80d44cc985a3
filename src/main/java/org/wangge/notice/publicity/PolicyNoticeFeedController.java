package org.wangge.notice.publicity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Event;
import org.wangge.feed.Feed;
import org.wangge.feed.Sight;
import org.wangge.feed.Told;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How a notice goes on, live: to everybody who sees it where it stands, and that somebody got it to staff
/// who see figures where that was.
@Controller
class PolicyNoticeFeedController {
    private static final Set<String> RECEIPTS = Set.of(PolicyNotice.TOLD + "READ", PolicyNotice.TOLD + "TOLD");

    private final Feed feed;
    private final PolicyNotices notices;

    PolicyNoticeFeedController(Feed feed, PolicyNotices notices) {
        this.feed = feed;
        this.notices = notices;
    }

    @SubscriptionMapping
    Flux<Object> policyNotice(
            @Argument PolicyNoticeId id,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        return notices.find(id, PublicitySight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)))
                .flatMapMany(notice -> feed.told(
                                after, sight(id, presence), (event, cursor) -> told(event, cursor, id, presence))
                        .mapNotNull(Told::news));
    }

    private Sight sight(PolicyNoticeId id, Presence presence) {
        return () -> presence.viewer()
                .flatMap(viewer -> notices.find(id, PublicitySight.of(viewer.signedIn())))
                .map(notice -> Scope.of(notice.gridKey()))
                .defaultIfEmpty(Scope.nowhere());
    }

    private Mono<PolicyNoticeEvent> told(Event event, String cursor, PolicyNoticeId id, Presence presence) {
        if (!event.type().startsWith(PolicyNotice.TOLD) || !event.subject().equals(id.value())) {
            return Mono.empty();
        }
        return presence.viewer()
                .flatMap(viewer -> notices.find(id, PublicitySight.of(viewer.signedIn()))
                        .filter(notice ->
                                !RECEIPTS.contains(event.type()) || viewer.may(Right.STATISTICS, event.gridKey())))
                .map(notice -> new PolicyNoticeEvent(notice, event.at(), cursor));
    }
}

package org.wangge.issue.flow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Event;
import org.wangge.feed.Feed;
import org.wangge.feed.FeedPage;
import org.wangge.feed.Sight;
import org.wangge.feed.Teller;
import org.wangge.feed.Told;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Scope;
import org.wangge.issue.IssueNews;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What happens to the work orders of the viewer: live, or by asking again and again. Orders follow who
/// has them, wherever the issue lies.
@Controller
class OrderFeedController {
    private final Feed feed;
    private final HeldOrders orders;

    OrderFeedController(Feed feed, HeldOrders orders) {
        this.feed = feed;
        this.orders = orders;
    }

    @SubscriptionMapping
    Flux<Object> myWorkOrders(@Argument @Nullable String after, @ContextValue Presence presence) {
        return told(after, presence).mapNotNull(Told::news);
    }

    @QueryMapping
    Mono<FeedPage> myWorkOrderEvents(
            @Argument @Nullable String after, @Argument @Nullable Integer first, @ContextValue Presence presence) {
        var size = PageRequest.of(first, null, null, null).size();
        return FeedPage.of(told(after, presence), size);
    }

    private Flux<Told> told(@Nullable String after, Presence presence) {
        return feed.told(after, sight(presence), teller(presence));
    }

    /// Whoever is a member still has orders, or may be given some.
    private static Sight sight(Presence presence) {
        return () -> presence.viewer()
                .map(Viewer::signedIn)
                .map(viewer -> viewer.memberId() == null ? Scope.nowhere() : Scope.everywhere());
    }

    private Teller teller(Presence presence) {
        return (event, cursor) -> {
            var news = IssueNews.of(event, cursor);
            return news == null ? Mono.empty() : member(presence).flatMap(member -> told(event, news, member));
        };
    }

    private static Mono<UUID> member(Presence presence) {
        return presence.viewer().mapNotNull(Viewer::memberId);
    }

    private Mono<WorkOrderEvent> told(Event event, IssueNews news, UUID member) {
        return orders.concernedBy(event, member)
                .filter(theirs -> !theirs.isEmpty())
                .mapNotNull(theirs -> WorkOrderEvent.of(news, theirs));
    }
}

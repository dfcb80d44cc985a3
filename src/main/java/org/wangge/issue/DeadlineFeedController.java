package org.wangge.issue;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.FeedPage;
import org.wangge.feed.Told;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Where time runs out in a grid: live, or by asking again and again.
@Controller
class DeadlineFeedController {
    private final IssueFeed feed;

    DeadlineFeedController(IssueFeed feed) {
        this.feed = feed;
    }

    @SubscriptionMapping
    Flux<Object> deadlines(
            @Argument GridId gridId,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        return feed.deadlines(after, gridId, viewer, presence).mapNotNull(Told::news);
    }

    @QueryMapping("deadlines")
    Mono<FeedPage> deadlinesSoFar(
            @Argument GridId gridId,
            @Argument @Nullable String after,
            @Argument @Nullable Integer first,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        var size = PageRequest.of(first, null, null, null).size();
        return FeedPage.of(feed.deadlines(after, gridId, viewer, presence), size);
    }
}

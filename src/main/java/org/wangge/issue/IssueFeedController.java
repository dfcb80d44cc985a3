package org.wangge.issue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Feed;
import org.wangge.feed.FeedItem;
import org.wangge.graphql.Batch;
import org.wangge.grid.Grids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What happens to issues, live.
@Controller
class IssueFeedController {
    private final Feed feed;
    private final Issues issues;
    private final Grids grids;

    IssueFeedController(Feed feed, Issues issues, Grids grids) {
        this.feed = feed;
        this.issues = issues;
        this.grids = grids;
    }

    @SubscriptionMapping
    Flux<Object> issueEvents(
            @Argument @Nullable IssueEventFilter filter,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer) {
        var wanted = filter == null ? IssueEventFilter.NONE : filter;
        return grids.within(wanted.within(), viewer.scope(Right.ISSUES))
                .flatMapMany(seen -> feed.after(after, seen))
                .mapNotNull(item -> told(item, wanted));
    }

    @BatchMapping
    Mono<Map<IssueEvent, Issue>> issue(List<IssueEvent> events, @ContextValue Viewer viewer) {
        var ids = events.stream().map(event -> event.issueId().value()).toList();
        return Batch.one(events, IssueEvent::issueId, issues.all(ids, viewer.scope(Right.ISSUES)), Issue::id);
    }

    private static @Nullable Object told(FeedItem item, IssueEventFilter filter) {
        return switch (item) {
            case FeedItem.Checkpoint(var checkpoint) -> checkpoint;
            case FeedItem.Gap(var gap) -> gap;
            case FeedItem.Happened(var happened, var cursor) -> {
                var event = IssueEvent.of(happened, cursor);
                yield event != null && filter.lets(event) ? event : null;
            }
        };
    }
}

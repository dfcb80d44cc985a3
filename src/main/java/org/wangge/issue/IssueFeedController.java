package org.wangge.issue;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Feed;
import org.wangge.feed.FeedItem;
import org.wangge.feed.Sight;
import org.wangge.graphql.Batch;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
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
            @ContextValue Viewer viewer,
            @ContextValue Presence presence,
            GraphQLContext context) {
        viewer.signedIn();
        var wanted = filter == null ? IssueEventFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMapMany(area -> feed.after(after, sight(presence, area)))
                .mapNotNull(item -> told(item, wanted))
                .filterWhen(item -> isSeen(item, presence, context));
    }

    /// Where the grid alone does not say what is seen, everything is looked at.
    private static Sight sight(Presence presence, Scope area) {
        return () ->
                presence.viewer().map(viewer -> IssueSight.of(viewer.signedIn()).told(area));
    }

    /// Asks anew who listens, for what hangs below the event too.
    private Mono<Boolean> isSeen(Object item, Presence presence, GraphQLContext context) {
        return item instanceof IssueNews news
                ? presence.viewer()
                        .doOnNext(viewer -> context.put("viewer", viewer))
                        .flatMap(viewer -> isSeen(news, IssueSight.of(viewer)))
                : Mono.just(true);
    }

    private Mono<Boolean> isSeen(IssueNews news, IssueSight sight) {
        return sight.isByGrid()
                ? Mono.just(true)
                : issues.all(List.of(news.issueId().value()), sight).hasElements();
    }

    @BatchMapping
    Mono<Map<IssueEvent, Issue>> issue(List<IssueEvent> events, @ContextValue Viewer viewer) {
        var ids = events.stream().map(event -> event.issueId().value()).toList();
        return Batch.one(events, IssueEvent::issueId, issues.all(ids, IssueSight.of(viewer)), Issue::id);
    }

    @BatchMapping(field = "issue")
    Mono<Map<IssueDeadline, Issue>> issueDue(List<IssueDeadline> deadlines, @ContextValue Viewer viewer) {
        var ids = deadlines.stream().map(deadline -> deadline.issueId().value()).toList();
        return Batch.one(deadlines, IssueDeadline::issueId, issues.all(ids, IssueSight.of(viewer)), Issue::id);
    }

    private static @Nullable Object told(FeedItem item, IssueEventFilter filter) {
        return switch (item) {
            case FeedItem.Checkpoint(var checkpoint) -> checkpoint;
            case FeedItem.Gap(var gap) -> gap;
            case FeedItem.Happened(var happened, var cursor) -> {
                var event = IssueEvent.of(happened, cursor);
                IssueNews news = event == null ? IssueDeadline.of(happened, cursor) : event;
                yield news != null && filter.lets(news) ? news : null;
            }
        };
    }
}

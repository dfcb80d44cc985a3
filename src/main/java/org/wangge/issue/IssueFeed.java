package org.wangge.issue;

import graphql.GraphQLContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Presence;
import org.wangge.feed.Feed;
import org.wangge.feed.FeedItem;
import org.wangge.feed.Sight;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What happens to issues, as somebody may be told it: looked at again with their rights at each event.
@Component
class IssueFeed {
    private final Feed feed;
    private final Issues issues;
    private final Grids grids;

    IssueFeed(Feed feed, Issues issues, Grids grids) {
        this.feed = feed;
        this.issues = issues;
        this.grids = grids;
    }

    /// A place in the feed, and what is told there, if anything.
    record Told(FeedItem item, @Nullable Object news) {}

    /// Everything after the position, also what this subscriber is not told; then as it comes.
    Flux<Told> after(
            @Nullable String cursor, @Nullable IssueEventFilter filter, Presence presence, GraphQLContext context) {
        var wanted = filter == null ? IssueEventFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMapMany(area -> feed.after(cursor, sight(presence, area))
                        .concatMap(item -> told(item, wanted, area, presence, context), 1));
    }

    /// Where the grid alone does not say what is seen, everything is looked at.
    private static Sight sight(Presence presence, Scope area) {
        return () ->
                presence.viewer().map(viewer -> IssueSight.of(viewer.signedIn()).told(area));
    }

    private Mono<Told> told(
            FeedItem item, IssueEventFilter filter, Scope area, Presence presence, GraphQLContext context) {
        var news = news(item, filter);
        return news == null
                ? Mono.just(new Told(item, null))
                : isTold(news, area, presence, context).map(isTold -> new Told(item, isTold ? news : null));
    }

    private static @Nullable Object news(FeedItem item, IssueEventFilter filter) {
        return switch (item) {
            case FeedItem.Checkpoint(var checkpoint) -> checkpoint;
            case FeedItem.Gap(var gap) -> gap;
            case FeedItem.Happened(var happened, var cursor) -> {
                var news = IssueNews.of(happened, cursor);
                yield news != null && filter.lets(news) ? news : null;
            }
        };
    }

    /// Asks anew who listens, for what hangs below the event too.
    private Mono<Boolean> isTold(Object news, Scope area, Presence presence, GraphQLContext context) {
        return news instanceof IssueNews about
                ? presence.viewer()
                        .doOnNext(viewer -> context.put("viewer", viewer))
                        .flatMap(viewer -> isTold(about, area, IssueSight.of(viewer)))
                : Mono.just(true);
    }

    private Mono<Boolean> isTold(IssueNews news, Scope area, IssueSight sight) {
        if (news instanceof IssueLeftScope) {
            return hasLeft(news, area, sight);
        }
        return sight.isByGrid()
                ? Mono.just(true)
                : issues.all(List.of(news.issueId().value()), sight).hasElements();
    }

    /// Staff saw it where it was. Others are told only of what they see, wherever it is.
    private Mono<Boolean> hasLeft(IssueNews left, Scope area, IssueSight sight) {
        var seen = sight.isByGrid() ? IssueSight.of(Scope.everywhere()) : sight;
        return issues.all(List.of(left.issueId().value()), seen)
                .any(issue -> !sight.told(area).holds(issue.gridKey()));
    }
}

package org.wangge.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Event;
import org.wangge.feed.Feed;
import org.wangge.feed.Sight;
import org.wangge.feed.Teller;
import org.wangge.feed.Told;
import org.wangge.grid.GridId;
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

    /// Everything after the position, also what this subscriber is not told; then as it comes.
    Flux<Told> after(@Nullable String cursor, @Nullable IssueEventFilter filter, Presence presence) {
        var wanted = filter == null ? IssueEventFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere()).flatMapMany(area -> {
            var onlooker = new Onlooker(presence, area);
            return feed.told(cursor, sight(onlooker), teller(wanted, area, onlooker));
        });
    }

    /// Where time runs out in a grid, and what went a level up for it.
    ///
    /// @throws org.wangge.refusal.Fault NOT_FOUND, NOT_PERMITTED for whoever does not see all issues of the grid
    Flux<Told> deadlines(@Nullable String cursor, GridId id, Viewer viewer, Presence presence) {
        return grids.get(id, Scope.everywhere())
                .doOnNext(grid -> Oversight.require(viewer, grid))
                .flatMapMany(grid -> {
                    var area = Scope.everywhere().within(grid.key());
                    var teller = teller(IssueEventFilter.DEADLINES, area, new Onlooker(presence, area));
                    return feed.told(cursor, Oversight.of(presence, grid), teller);
                });
    }

    /// Where the grid alone does not say what is seen, everything is looked at.
    private static Sight sight(Onlooker onlooker) {
        return () -> onlooker.now().map(Onlooker.Seen::told);
    }

    private Teller teller(IssueEventFilter filter, Scope area, Onlooker onlooker) {
        return (event, cursor) -> Mono.justOrEmpty(news(event, cursor, filter))
                .filterWhen(news -> onlooker.now().flatMap(seen -> isTold(news, area, seen.sight())));
    }

    private static @Nullable IssueNews news(Event event, String cursor, IssueEventFilter filter) {
        var news = IssueNews.of(event, cursor);
        return news != null && filter.lets(news) ? news : null;
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

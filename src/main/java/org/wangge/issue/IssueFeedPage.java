package org.wangge.issue;

import java.util.ArrayList;
import java.util.List;
import org.wangge.feed.FeedItem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was told after a position, and where to go on.
///
/// @param hasMore whether there is more to tell at once
record IssueFeedPage(List<Object> items, String cursor, boolean hasMore) {
    /// Of events that are not told either: one asks again, from where this one stopped.
    private static final int MOST_READ = 5_000;

    IssueFeedPage {
        items = List.copyOf(items);
    }

    /// At most so many, up to where there is nothing more to tell now.
    static Mono<IssueFeedPage> of(Flux<IssueFeed.Told> feed, int most) {
        return Flux.defer(() -> {
                    var items = new ArrayList<Object>();
                    return feed.take(MOST_READ)
                            .map(told -> read(told, items))
                            .takeUntil(page -> !page.hasMore() || items.size() >= most);
                })
                .last();
    }

    private static IssueFeedPage read(IssueFeed.Told told, List<Object> items) {
        var isEnd = told.item() instanceof FeedItem.Checkpoint;
        if (!isEnd && told.news() != null) {
            items.add(told.news());
        }
        return new IssueFeedPage(items, told.item().cursor(), !isEnd);
    }
}

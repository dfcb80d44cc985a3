package org.wangge.feed;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was told after a position, and where to go on.
///
/// @param hasMore whether there is more to tell at once
public record FeedPage(List<Object> items, String cursor, boolean hasMore) {
    /// Of events that are not told either: one asks again, from where this one stopped.
    private static final int MOST_READ = 5_000;

    public FeedPage {
        items = List.copyOf(items);
    }

    /// At most so many, up to where there is nothing more to tell now.
    public static Mono<FeedPage> of(Flux<Told> feed, int most) {
        return Flux.defer(() -> {
                    var items = new ArrayList<Object>();
                    return feed.take(MOST_READ)
                            .map(told -> read(told, items))
                            .takeUntil(page -> !page.hasMore() || items.size() >= most);
                })
                .last();
    }

    private static FeedPage read(Told told, List<Object> items) {
        var isEnd = told.item() instanceof FeedItem.Checkpoint;
        if (!isEnd && told.news() != null) {
            items.add(told.news());
        }
        return new FeedPage(items, told.item().cursor(), !isEnd);
    }
}

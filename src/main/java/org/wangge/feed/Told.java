package org.wangge.feed;

import org.jspecify.annotations.Nullable;

/// A place in the feed, and what a subscriber is told there, if anything: news, a checkpoint or a gap.
public record Told(FeedItem item, @Nullable Object news) {}

package org.wangge.feed;

/// What a subscriber is told: an event, a checkpoint or a gap.
public sealed interface FeedItem {
    /// An event, and the position just after it.
    record Happened(Event event, String cursor) implements FeedItem {}

    record Checkpoint(FeedCheckpoint checkpoint) implements FeedItem {}

    record Gap(FeedGap gap) implements FeedItem {}
}

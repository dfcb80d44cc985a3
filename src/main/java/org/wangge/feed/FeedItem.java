package org.wangge.feed;

/// What a subscriber is told: an event, a checkpoint or a gap.
public sealed interface FeedItem {
    /// The position just after it.
    String cursor();

    /// Something that happened.
    record Happened(Event event, String cursor) implements FeedItem {}

    record Checkpoint(FeedCheckpoint checkpoint) implements FeedItem {
        @Override
        public String cursor() {
            return checkpoint.cursor();
        }
    }

    record Gap(FeedGap gap) implements FeedItem {
        @Override
        public String cursor() {
            return gap.cursor();
        }
    }
}

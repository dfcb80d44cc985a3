package org.wangge.feed;

/// Says how far a subscriber has come, also when nothing happened that it may see.
public record FeedCheckpoint(String cursor, boolean caughtUp) {}

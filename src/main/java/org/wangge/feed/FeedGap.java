package org.wangge.feed;

/// Says that events after the subscriber's position are not kept any more, or that the log was
/// restored from a backup: what was loaded before must be loaded again. The feed goes on at `cursor`.
public record FeedGap(String cursor) {}

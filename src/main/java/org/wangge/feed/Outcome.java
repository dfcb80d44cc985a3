package org.wangge.feed;

import java.util.UUID;

/// How a command ended: the subject, where the feed goes on after its event, and whether this is
/// the first outcome told again.
public record Outcome(UUID subject, int version, String cursor, boolean replayed) {}

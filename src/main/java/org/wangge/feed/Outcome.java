package org.wangge.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a command ended: the subject, where the feed goes on after its event (null when it told
/// nothing), and whether this is the first outcome told again.
public record Outcome(UUID subject, int version, @Nullable String cursor, boolean replayed) {}

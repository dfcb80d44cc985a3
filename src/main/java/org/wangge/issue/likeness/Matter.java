package org.wangge.issue.likeness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKey;
import org.wangge.grid.Point;
import org.wangge.issue.IssueId;

/// What somebody is about to tell of.
///
/// @param at where it lies; null when only a point is known that no grid covers
/// @param happenedAt when it happened
/// @param except an issue that is not meant
record Matter(
        String category,
        @Nullable Point point,
        @Nullable GridKey at,
        String text,
        Instant happenedAt,
        @Nullable IssueId except) {
    /// More than that is not compared.
    private static final int LONGEST_TEXT = 2_000;

    Matter {
        text = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}

package org.wangge.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One move in the life of an issue; entries are only ever added.
public record TimelineEntry(
        int seq,
        Move move,
        @Nullable IssueStatus fromStatus,
        IssueStatus toStatus,
        Instant at,
        @Nullable Instant deviceAt,
        @Nullable String note) {}

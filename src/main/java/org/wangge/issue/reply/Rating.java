package org.wangge.issue.reply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;

/// How content somebody was with a round of an issue (满意度评价), once for each round.
///
/// @param exclusion why it does not count; null while it does
public record Rating(
        IssueId issueId,
        int round,
        int score,
        boolean isResolved,
        List<RatingReason> reasons,
        @Nullable String comment,
        RatingVia via,
        String actor,
        Instant at,
        @Nullable Exclusion exclusion) {
    public Rating {
        reasons = List.copyOf(reasons);
    }

    /// That a second person took it out of the figures, and why.
    public record Exclusion(String by, String reason, Instant at) {}
}
